package io.opsflow.workflow;

import static io.opsflow.workflow.Diagram.isBlank;
import static io.opsflow.workflow.Diagram.listed;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Compares one diagram with the words of its process, with its forms, and with what may be drawn at all. */
final class DiagramCheck {

    /** As Modeler makes them: {@code Activity_0x7f3ab}, {@code StartEvent_1}. */
    private static final Pattern GENERATED = Pattern.compile("[A-Z][A-Za-z]+_(?:[01][0-9a-z]{6}|[0-9]+)");

    /** What the engine's columns hold, and what anybody would read. */
    private static final int LONGEST_ID = 100;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DOCUMENTATION = 4_000;

    private static final Set<String> ELEMENTS = Set.of(
            "startEvent",
            "endEvent",
            "intermediateThrowEvent",
            "intermediateCatchEvent",
            "boundaryEvent",
            "userTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "task",
            "manualTask",
            "exclusiveGateway",
            "inclusiveGateway",
            "parallelGateway",
            "eventBasedGateway",
            "scriptTask"); // has a sentence of its own

    private final Diagram diagram;

    DiagramCheck(Diagram diagram) {
        this.diagram = diagram;
    }

    /** Everything that must be changed in the diagram, and in its forms beside it. */
    List<Finding> findings() {
        process(diagram.process());
        diagram.nodes().forEach(this::node);
        drawn();
        new FlowCheck(diagram).check();
        new TaskCheck(diagram).check();
        new StepCheck(diagram).check();
        new EventCheck(diagram).check();
        new TimeCheck(diagram).check();
        diagram.found(new DiagramWords(
                        diagram.file(),
                        diagram.xml(),
                        diagram.variables(),
                        diagram.vocabulary().steps())
                .findings());
        return diagram.findings();
    }

    private void process(Process process) {
        String expected = diagram.file().substring(0, diagram.file().length() - ".bpmn".length());
        String id = process.getId();
        if (!id.equals(expected)) {
            diagram.found(id, "process-id", id, expected);
        }
        if (!diagram.isKnown()) {
            diagram.found(
                    id,
                    "process-unknown",
                    id,
                    listed(diagram.vocabulary().processes().keySet()));
        }
        if (isBlank(process.getName())) {
            diagram.found(id, "process-name");
        }
        if (process.getDocumentations().stream().allMatch(text -> isBlank(text.getTextContent()))) {
            diagram.found(id, "process-documentation");
        }
        if (!process.isExecutable()) {
            diagram.found(id, "process-not-executable");
        }
        lengths(process);
    }

    private void node(FlowNode node) {
        String kind = node.getElementType().getTypeName();
        if (!ELEMENTS.contains(kind)) {
            diagram.found(node.getId(), "element-kind", kind);
        }
        if (GENERATED.matcher(node.getId()).matches()) {
            diagram.found(node.getId(), "generated-id", node.getId());
        }
        if (isRead(node) && isBlank(node.getName())) {
            diagram.found(node.getId(), "name-missing");
        }
        diagram.property(node, "status")
                .filter(status ->
                        diagram.isKnown() && !diagram.words().statuses().contains(status))
                .ifPresent(status -> diagram.found(
                        node.getId(),
                        "status-unknown",
                        status,
                        listed(diagram.words().statuses())));
        lengths(node);
    }

    private void lengths(org.camunda.bpm.model.bpmn.instance.BaseElement element) {
        length(element.getId(), "id", element.getId(), LONGEST_ID);
        String name = element.getAttributeValue("name");
        length(element.getId(), "name", name == null ? "" : name, LONGEST_NAME);
        element.getDocumentations()
                .forEach(
                        text -> length(element.getId(), "documentation", text.getTextContent(), LONGEST_DOCUMENTATION));
    }

    private void length(String element, String what, String text, int most) {
        if (text.length() > most) {
            diagram.found(element, "text-too-long", what, text.length(), most);
        }
    }

    private void drawn() {
        Set<String> drawn = new HashSet<>();
        Stream.of("BPMNShape", "BPMNEdge")
                .flatMap(shape -> DiagramXml.all(diagram.xml(), DiagramXml.DI, shape).stream())
                .forEach(shape -> drawn.add(shape.getAttribute("bpmnElement")));
        Stream.<FlowElement>concat(
                        diagram.nodes().stream(), diagram.model().getModelElementsByType(SequenceFlow.class).stream())
                .map(FlowElement::getId)
                .filter(id -> !drawn.contains(id))
                .forEach(id -> diagram.found(String.valueOf(id), "not-drawn"));
    }

    /** Whether people read an element's name: a join says nothing. */
    private boolean isRead(FlowNode node) {
        if (node instanceof ExclusiveGateway || node instanceof InclusiveGateway) {
            return diagram.outgoing(node).size() > 1;
        }
        return !(node instanceof ParallelGateway)
                && !node.getElementType().getTypeName().equals("eventBasedGateway");
    }
}
