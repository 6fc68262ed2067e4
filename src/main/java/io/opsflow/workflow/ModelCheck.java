package io.opsflow.workflow;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.impl.transform.DefaultDmnTransformer;
import org.camunda.bpm.dmn.engine.impl.transform.DmnTransformException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Says in sentences what keeps a diagram and its forms, or a decision, from being deployed.
 *
 * <p>A process owner may change everything in a diagram but its words: a model that uses a step, a message, a variable, a
 * state or a role that Java does not have would fail at night, and one that brings its own program would reach what
 * nobody reviewed.
 */
final class ModelCheck {

    private static final int LARGEST_FILE = 2 * 1024 * 1024;
    private static final int LONGEST_FILE_NAME = 120;

    /** Nobody could read a diagram with more. */
    private static final int MOST_ELEMENTS = 1_000;

    private static final int MOST_FLOWS = 2_000;

    private static final Pattern NODE = Pattern.compile(".*([tT]ask|Event|Gateway|Process|Activity|transaction)");

    /** How the engine's readers begin a complaint. */
    private static final Pattern PLACE = Pattern.compile("^Error: URI=\\S* Line=(\\d{1,9}): ");

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
     * Checks what is deployed together: one diagram and the forms that it names, or one decision alone.
     *
     * @param unit the files' contents by name; folders in a name do not matter
     * @return everything that must be changed, in the order of the files; empty when the unit is good
     */
    List<Finding> check(Map<String, byte[]> unit) {
        List<Finding> findings = new ArrayList<>();
        Map<String, byte[]> forms = new LinkedHashMap<>();
        Map<String, byte[]> diagrams = new LinkedHashMap<>();
        Map<String, byte[]> decisions = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        unit.forEach((path, content) -> {
            String file = path.substring(path.lastIndexOf('/') + 1);
            if (file.length() > LONGEST_FILE_NAME) {
                findings.add(Finding.of(file.substring(0, LONGEST_FILE_NAME), "", "file-name", LONGEST_FILE_NAME));
            } else if (!names.add(file)) {
                findings.add(Finding.of(file, "", "file-twice"));
            } else if (file.endsWith(".bpmn")) {
                diagrams.put(file, content);
            } else if (file.endsWith(".dmn")) {
                decisions.put(file, content);
            } else if (file.endsWith(".form")) {
                forms.put(file, content);
            } else {
                findings.add(Finding.of(file, "", "file-kind"));
            }
        });
        if (diagrams.size() + decisions.size() > 1) {
            findings.add(
                    Finding.of(first(diagrams, decisions), "", "one-at-a-time", diagrams.size(), decisions.size()));
        } else if (diagrams.isEmpty()) {
            forms.keySet().forEach(form -> findings.add(Finding.of(form, "", "form-alone")));
            decisions.forEach((file, content) -> decision(file, content, findings));
        } else {
            Map<String, FormSchema> schemas = new LinkedHashMap<>();
            forms.forEach((file, content) -> form(file, content, schemas, findings));
            diagrams.forEach((file, content) -> diagram(file, content, schemas, findings));
        }
        return findings.size() > MOST_FINDINGS ? List.copyOf(findings.subList(0, MOST_FINDINGS)) : findings;
    }

    private static String first(Map<String, byte[]> diagrams, Map<String, byte[]> decisions) {
        return (diagrams.isEmpty() ? decisions : diagrams).keySet().iterator().next();
    }

    private void form(String file, byte[] content, Map<String, FormSchema> forms, List<Finding> findings) {
        if (isTooLarge(file, content, findings)) {
            return;
        }
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
        if (isTooLarge(file, content, findings)) {
            return;
        }
        try {
            Document xml = DiagramXml.read(content);
            List<Finding> outside = outside(file, xml);
            findings.addAll(outside);
            if (outside.isEmpty()) {
                BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(content));
                Diagram diagram = new Diagram(file, xml, model, forms, vocabulary);
                findings.addAll(new DiagramCheck(diagram).findings());
                if (inBothLanguages) {
                    findings.addAll(DiagramTranslations.missing(
                            file, xml, diagram.process().getId()));
                }
            }
        } catch (SAXException broken) {
            findings.add(Finding.of(file, "", "not-xml", line(broken)));
        } catch (ModelException broken) {
            findings.add(Finding.of(file, "", "not-bpmn", line(broken), reason(broken)));
        }
    }

    /** What is so wrong that the rest cannot be judged. */
    private static List<Finding> outside(String file, Document xml) {
        List<Finding> findings = new ArrayList<>();
        List<Element> all = DiagramXml.all(xml, DiagramXml.BPMN, "*");
        Set<String> ids = new HashSet<>();
        all.stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty() && !ids.add(id))
                .distinct()
                .forEach(id -> findings.add(Finding.of(file, id, "id-twice", id)));
        long processes = all.stream()
                .filter(element -> element.getLocalName().equals("process"))
                .count();
        if (!all.isEmpty() && processes != 1) {
            findings.add(Finding.of(file, "", "one-process", processes));
        }
        long nodes = all.stream()
                .filter(element -> NODE.matcher(element.getLocalName()).matches())
                .count();
        long flows = all.stream()
                .filter(element -> element.getLocalName().equals("sequenceFlow"))
                .count();
        if (nodes > MOST_ELEMENTS) {
            findings.add(Finding.of(file, "", "too-many-elements", nodes, MOST_ELEMENTS));
        } else if (flows > MOST_FLOWS) {
            findings.add(Finding.of(file, "", "too-many-flows", flows, MOST_FLOWS));
        }
        return findings;
    }

    private void decision(String file, byte[] content, List<Finding> findings) {
        if (isTooLarge(file, content, findings)) {
            return;
        }
        try {
            Document xml = DiagramXml.read(content);
            if (DiagramXml.all(xml, "*", "rule").size() > DecisionCheck.MOST_RULES) {
                findings.add(Finding.of(file, "", "decision-size", DecisionCheck.MOST_RULES));
                return;
            }
            DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(content));
            List<Finding> found = new DecisionCheck(file, xml, vocabulary).findings();
            findings.addAll(found);
            if (found.isEmpty()) {
                // As the engine reads it, but nothing is evaluated.
                new DefaultDmnTransformer()
                        .createTransform()
                        .modelInstance(model)
                        .transformDecisionRequirementsGraph();
            }
        } catch (SAXException broken) {
            findings.add(Finding.of(file, "", "not-xml", line(broken)));
        } catch (ModelException | DmnTransformException broken) {
            findings.add(Finding.of(file, "", "not-dmn", line(broken), reason(broken)));
        }
    }

    private static boolean isTooLarge(String file, byte[] content, List<Finding> findings) {
        if (content.length > LARGEST_FILE) {
            findings.add(Finding.of(file, "", "file-too-large", LARGEST_FILE / 1024));
            return true;
        }
        return false;
    }

    private static int line(Throwable broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof SAXParseException at) {
                return Math.max(at.getLineNumber(), 1);
            }
        }
        Matcher place = PLACE.matcher(deepest(broken));
        return place.find() ? Math.max(Integer.parseInt(place.group(1)), 1) : 1;
    }

    private static String reason(Throwable broken) {
        return PLACE.matcher(deepest(broken)).replaceFirst("");
    }

    private static String deepest(Throwable broken) {
        Throwable cause = broken;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
