package io.opsflow.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** One diagram while it is checked: what is drawn, what it is compared with, and what was found so far. */
final class Diagram {

    /** What the engine itself sets while a step is repeated. */
    private static final List<String> OF_REPETITIONS =
            List.of("loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");

    private static final List<String> MADE =
            List.of("resultVariable", "elementVariable", "errorCodeVariable", "errorMessageVariable");

    private final String file;
    private final Document xml;
    private final BpmnModelInstance model;
    private final Process process;
    private final Map<String, FormSchema> forms;
    private final Vocabulary vocabulary;
    private final Vocabulary.@Nullable Words known;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Element> elements = new HashMap<>();
    private final Map<String, List<SequenceFlow>> flows;

    /**
     * Prepares a check.
     *
     * @param file  the diagram's file name
     * @param model has exactly one process
     * @param forms the forms of the unit by file name
     */
    Diagram(String file, Document xml, BpmnModelInstance model, Map<String, FormSchema> forms, Vocabulary vocabulary) {
        this.file = file;
        this.xml = xml;
        this.model = model;
        this.forms = forms;
        this.vocabulary = vocabulary;
        this.process = model.getModelElementsByType(Process.class).iterator().next();
        this.known = vocabulary.processes().get(process.getId());
        DiagramXml.all(xml, DiagramXml.BPMN, "*").stream()
                .filter(element -> !element.getAttribute("id").isEmpty())
                .forEach(element -> elements.put(element.getAttribute("id"), element));
        this.flows = model.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> flow.getSource() != null)
                .collect(Collectors.groupingBy(flow -> flow.getSource().getId()));
    }

    String file() {
        return file;
    }

    Document xml() {
        return xml;
    }

    BpmnModelInstance model() {
        return model;
    }

    Process process() {
        return process;
    }

    Map<String, FormSchema> forms() {
        return forms;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Whether a module knows the process; what cannot be compared then is not found missing. */
    boolean isKnown() {
        return known != null;
    }

    /** The words of the process; none when no module knows it. */
    Vocabulary.Words words() {
        return known == null ? new Vocabulary.Words(Map.of(), Set.of(), Set.of()) : known;
    }

    Collection<FlowNode> nodes() {
        return model.getModelElementsByType(FlowNode.class);
    }

    /** The ways out of a node as the engine sees them: what a node itself lists as outgoing does not count. */
    List<SequenceFlow> outgoing(FlowNode node) {
        return flows.getOrDefault(node.getId(), List.of());
    }

    @Nullable
    Element element(@Nullable String id) {
        return elements.get(id);
    }

    Optional<String> property(FlowNode node, String name) {
        return Optional.ofNullable(element(node.getId()))
                .flatMap(element -> DiagramXml.property(element, name))
                .filter(value -> !value.isBlank());
    }

    /** The kinds of the variables whose kind is known: what Java sets and what the forms ask. */
    Map<String, ProcessVariable.Kind> kinds() {
        Map<String, ProcessVariable.Kind> kinds = new TreeMap<>(words().variables());
        forms.values().forEach(form -> form.fields().stream()
                .filter(FormField::isAsked)
                .forEach(field -> field.kind().ifPresent(kind -> kinds.putIfAbsent(field.key(), kind))));
        return kinds;
    }

    /** What expressions may read: what Java sets, what a form asks, what the diagram itself makes. */
    Set<String> variables() {
        Set<String> variables = new TreeSet<>(kinds().keySet());
        for (Element element : DiagramXml.all(xml, DiagramXml.BPMN, "*")) {
            MADE.forEach(made -> variables.add(element.getAttributeNS(DiagramXml.CAMUNDA, made)));
        }
        DiagramXml.all(xml, DiagramXml.CAMUNDA, "out").forEach(out -> variables.add(out.getAttribute("target")));
        if (!DiagramXml.all(xml, DiagramXml.BPMN, "multiInstanceLoopCharacteristics")
                .isEmpty()) {
            variables.addAll(OF_REPETITIONS);
        }
        variables.remove("");
        return variables;
    }

    /** The decisions that the diagram asks. */
    Set<String> decisions() {
        return DiagramXml.all(xml, DiagramXml.BPMN, "businessRuleTask").stream()
                .map(task -> task.getAttributeNS(DiagramXml.CAMUNDA, "decisionRef"))
                .filter(decision -> !decision.isBlank())
                .collect(Collectors.toSet());
    }

    void found(String element, String code, Object... args) {
        findings.add(Finding.of(file, element, code, args));
    }

    void found(List<Finding> more) {
        findings.addAll(more);
    }

    List<Finding> findings() {
        return findings;
    }

    /** Words for a sentence. */
    static String listed(Collection<String> words) {
        return words.isEmpty() ? "–" : String.join(", ", new TreeSet<>(words));
    }

    static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
