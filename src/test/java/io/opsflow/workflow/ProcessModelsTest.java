package io.opsflow.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Every diagram and every form that comes with the product, compared with the words of the modules. */
class ProcessModelsTest {

    private static final Vocabulary VOCABULARY = Vocabulary.in(Vocabulary.PRODUCT, ProductWords.subjects())
            .with(ProductWords.roles(), Set.of(), decisions());

    static List<Path> diagrams() {
        return files("bpmn", ".bpmn");
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void a_diagram_and_its_forms_can_be_deployed(Path diagram) throws IOException, SAXException {
        Map<String, byte[]> unit = new LinkedHashMap<>();
        unit.put(name(diagram), Files.readAllBytes(diagram));
        Map<String, Path> forms = forms();
        for (String form : named(diagram)) {
            if (forms.containsKey(form)) {
                unit.put(form + ".form", Files.readAllBytes(forms.get(form)));
            }
        }

        assertThat(ModelCheck.ofBundled(VOCABULARY).check(unit)).isEmpty();
    }

    @Test
    void a_decision_can_be_deployed_and_is_asked_by_a_diagram() throws IOException {
        Set<String> asked = diagrams().stream()
                .flatMap(diagram -> all(diagram, "businessRuleTask").stream())
                .map(task -> task.getAttributeNS(DiagramXml.CAMUNDA, "decisionRef"))
                .collect(Collectors.toSet());
        for (Path decision : files("bpmn", ".dmn")) {
            assertThat(ModelCheck.ofBundled(VOCABULARY).check(Map.of(name(decision), Files.readAllBytes(decision))))
                    .isEmpty();
            assertThat(asked).contains(name(decision).replace(".dmn", ""));
        }
    }

    @Test
    void every_form_is_named_by_a_diagram() {
        Set<String> named =
                diagrams().stream().flatMap(diagram -> named(diagram).stream()).collect(Collectors.toSet());

        assertThat(forms().keySet()).isSubsetOf(named);
    }

    @Test
    void every_process_that_java_names_is_drawn() {
        assertThat(diagrams().stream().map(diagram -> name(diagram).replace(".bpmn", "")))
                .containsAll(VOCABULARY.processes().keySet());
    }

    @Test
    void models_and_modules_have_the_same_folders() {
        Stream.concat(files("bpmn", ".bpmn").stream(), files("forms", ".form").stream())
                .map(file -> file.getName(1).toString())
                .distinct()
                .forEach(module ->
                        assertThat(Path.of("src/main/java/io/opsflow", module)).isDirectory());
    }

    private static Set<String> named(Path diagram) {
        return all(diagram, "userTask").stream()
                .map(task -> task.getAttributeNS(DiagramXml.CAMUNDA, "formRef"))
                .collect(Collectors.toSet());
    }

    private static List<Element> all(Path diagram, String kind) {
        try {
            return DiagramXml.all(DiagramXml.read(Files.readAllBytes(diagram)), DiagramXml.BPMN, kind);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException broken) {
            return List.of();
        }
    }

    private static Map<String, Path> forms() {
        Map<String, Path> forms = new TreeMap<>();
        files("forms", ".form").forEach(file -> forms.put(name(file).replace(".form", ""), file));
        return forms;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Vocabulary.Decision> decisions() {
        Map<String, Vocabulary.Decision> decisions = new TreeMap<>();
        for (Path file : files("bpmn", ".dmn")) {
            try {
                Set<String> inputs = DecisionCheck.inputs(DiagramXml.read(Files.readAllBytes(file)));
                decisions.put(name(file).replace(".dmn", ""), new Vocabulary.Decision(inputs, Map.of()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SAXException broken) {
                throw new IllegalStateException(file.toString(), broken);
            }
        }
        return decisions;
    }
}
