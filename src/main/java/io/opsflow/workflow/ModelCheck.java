package io.opsflow.workflow;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Says in sentences what keeps a diagram and its forms from being deployed.
 *
 * <p>A process owner may change everything in a diagram but its words: a model that uses a step, a message, a variable, a
 * state or a role that Java does not have would fail at night, and one that brings its own program would reach what
 * nobody reviewed.
 */
final class ModelCheck {

    private static final int LARGEST_FILE = 2 * 1024 * 1024;

    /** Nobody reads more of them at once. */
    private static final int MOST_FINDINGS = 200;

    private final Vocabulary vocabulary;
    private final boolean inBothLanguages;

    private ModelCheck(Vocabulary vocabulary, boolean inBothLanguages) {
        this.vocabulary = vocabulary;
        this.inBothLanguages = inBothLanguages;
    }

    /** The check of models that come with the product, which speak both languages. */
    static ModelCheck ofBundled(Vocabulary vocabulary) {
        return new ModelCheck(vocabulary, true);
    }

    /** The check of models that a process owner deploys, which speak the owner's language. */
    static ModelCheck ofLive(Vocabulary vocabulary) {
        return new ModelCheck(vocabulary, false);
    }

    /**
     * Checks what is deployed together: one diagram and the forms that it names.
     *
     * @param unit the files' contents by name; folders in a name do not matter
     * @return everything that must be changed, in the order of the files; empty when the unit is good
     */
    List<Finding> check(Map<String, byte[]> unit) {
        List<Finding> findings = new ArrayList<>();
        Map<String, FormSchema> forms = new LinkedHashMap<>();
        List<String> diagrams = new ArrayList<>();
        unit.forEach((path, content) -> {
            String file = path.substring(path.lastIndexOf('/') + 1);
            if (!file.endsWith(".bpmn") && !file.endsWith(".form")) {
                findings.add(Finding.of(file, "", "file-kind"));
            } else if (content.length > LARGEST_FILE) {
                findings.add(Finding.of(file, "", "file-too-large", LARGEST_FILE / 1024));
            } else if (file.endsWith(".form")) {
                form(file, content, forms, findings);
            } else {
                diagrams.add(path);
            }
        });
        if (diagrams.size() == 1) {
            String path = diagrams.get(0);
            diagram(path.substring(path.lastIndexOf('/') + 1), unit.getOrDefault(path, new byte[0]), forms, findings);
        }
        long drawn =
                unit.keySet().stream().filter(path -> path.endsWith(".bpmn")).count();
        if (drawn != 1) {
            findings.add(Finding.of(unit.keySet().stream().findFirst().orElse("–"), "", "one-diagram", drawn));
        }
        return findings.size() > MOST_FINDINGS ? List.copyOf(findings.subList(0, MOST_FINDINGS)) : findings;
    }

    private void form(String file, byte[] content, Map<String, FormSchema> forms, List<Finding> findings) {
        FormReader reader = new FormReader(file);
        reader.read(new String(content, StandardCharsets.UTF_8)).ifPresent(form -> {
            forms.put(file, form);
            if (!file.equals(form.id() + ".form")) {
                findings.add(Finding.of(file, "", "form-file-name", form.id()));
            }
            if (inBothLanguages) {
                findings.addAll(FormTranslations.missing(file, form));
            }
        });
        findings.addAll(reader.findings());
    }

    private void diagram(String file, byte[] content, Map<String, FormSchema> forms, List<Finding> findings) {
        try {
            Document xml = DiagramXml.read(content);
            BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(content));
            findings.addAll(new DiagramCheck(file, xml, model, forms, vocabulary, inBothLanguages).findings());
        } catch (SAXException broken) {
            findings.add(Finding.of(file, "", "not-xml", line(broken)));
        } catch (ModelException broken) {
            findings.add(Finding.of(file, "", "not-bpmn", line(broken), reason(broken)));
        }
    }

    private static int line(@Nullable Throwable broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof SAXParseException at) {
                return Math.max(at.getLineNumber(), 1);
            }
        }
        return 1;
    }

    private static String reason(Throwable broken) {
        Throwable cause = broken;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String reason = String.valueOf(cause.getMessage());
        return reason.length() > 300 ? reason.substring(0, 300) + "…" : reason;
    }
}
