package io.opsflow.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Compares one diagram with the words of its process, with its forms, and with what may be drawn at all. */
final class DiagramCheck {

    private static final int MOST_ELEMENTS = 1_000;

    /** As Modeler makes them: {@code Activity_0x7f3ab}, {@code StartEvent_1}. */
    private static final Pattern GENERATED = Pattern.compile("[A-Z][A-Za-z]+_(?:[01][0-9a-z]{6}|[0-9]+)");

    private static final Pattern GROUP = Pattern.compile("g-[a-z0-9][a-z0-9-]{0,60}");
    private static final Pattern ACTION = Pattern.compile("[a-z][a-z0-9_]{0,39}");

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

    private final String file;
    private final Document xml;
    private final BpmnModelInstance model;
    private final Map<String, FormSchema> forms;
    private final Vocabulary vocabulary;
    private final boolean inBothLanguages;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Element> elements = new HashMap<>();
    private final Map<String, List<SequenceFlow>> flows = new HashMap<>();

    /**
     * Prepares a check.
     *
     * @param forms           the forms of the unit by file name
     * @param inBothLanguages whether every text needs its Chinese
     */
    DiagramCheck(
            String file,
            Document xml,
            BpmnModelInstance model,
            Map<String, FormSchema> forms,
            Vocabulary vocabulary,
            boolean inBothLanguages) {
        this.file = file;
        this.xml = xml;
        this.model = model;
        this.forms = forms;
        this.vocabulary = vocabulary;
        this.inBothLanguages = inBothLanguages;
    }

    List<Finding> findings() {
        Collection<Process> processes = model.getModelElementsByType(Process.class);
        if (processes.size() != 1) {
            found("", "one-process", processes.size());
            return findings;
        }
        Collection<FlowNode> nodes = model.getModelElementsByType(FlowNode.class);
        if (nodes.size() > MOST_ELEMENTS) {
            found("", "too-many-elements", nodes.size(), MOST_ELEMENTS);
            return findings;
        }
        Process process = processes.iterator().next();
        process(process);
        Vocabulary.Words words = vocabulary.processes().get(process.getId());
        if (words == null) {
            found(
                    process.getId(),
                    "process-unknown",
                    process.getId(),
                    known(vocabulary.processes().keySet()));
        }
        Vocabulary.Words spoken = words == null ? new Vocabulary.Words(Map.of(), Set.of(), Set.of()) : words;
        nodes.forEach(node -> node(node, spoken, words != null));
        drawn(nodes);
        gateways(nodes);
        if (words != null) {
            messages(words);
        }
        errors();
        fields(spoken);
        findings.addAll(new DiagramWords(file, xml, variables(spoken), vocabulary.steps()).findings());
        if (inBothLanguages) {
            translations(process.getId());
        }
        return findings;
    }

    private void process(Process process) {
        String expected = file.substring(0, file.length() - ".bpmn".length());
        String id = process.getId();
        if (!id.equals(expected)) {
            found(id, "process-id", id, expected);
        }
        if (isBlank(process.getName())) {
            found(id, "process-name");
        }
        if (process.getDocumentations().stream().allMatch(text -> isBlank(text.getTextContent()))) {
            found(id, "process-documentation");
        }
        if (isBlank(process.getCamundaHistoryTimeToLiveString())) {
            found(id, "process-time-to-live");
        }
        if (!process.isExecutable()) {
            found(id, "process-not-executable");
        }
    }

    private void node(FlowNode node, Vocabulary.Words words, boolean statesAreKnown) {
        String kind = node.getElementType().getTypeName();
        if (!ELEMENTS.contains(kind)) {
            found(node.getId(), "element-kind", kind);
        }
        if (GENERATED.matcher(node.getId()).matches()) {
            found(node.getId(), "generated-id", node.getId());
        }
        if (isRead(node) && isBlank(node.getName())) {
            found(node.getId(), "name-missing");
        }
        if (node instanceof StartEvent && (node.isCamundaAsyncAfter() || node.isCamundaAsyncBefore())) {
            found(node.getId(), "start-later");
        }
        Optional<String> status = property(node, "status");
        if (statesAreKnown && status.isPresent() && !words.statuses().contains(status.get())) {
            found(node.getId(), "status-unknown", status.get(), known(words.statuses()));
        }
        if (node instanceof UserTask task) {
            userTask(task, status);
        } else if (node instanceof CallActivity call) {
            String called = String.valueOf(call.getCalledElement());
            if (!vocabulary.processes().containsKey(called)) {
                found(
                        node.getId(),
                        "called-unknown",
                        called,
                        known(vocabulary.processes().keySet()));
            }
        } else if (node instanceof BusinessRuleTask rules && rules.getCamundaDecisionRef() != null) {
            decision(rules);
        } else if (node instanceof ServiceTask || node instanceof SendTask || node instanceof BusinessRuleTask) {
            step(node.getId(), element(node.getId()));
        } else if (node instanceof ThrowEvent event) {
            event.getEventDefinitions().stream()
                    .filter(MessageEventDefinition.class::isInstance)
                    .map(definition -> element(definition.getId()))
                    .forEach(definition -> step(node.getId(), definition));
        }
    }

    private void userTask(UserTask task, Optional<String> status) {
        String id = task.getId();
        if (status.isEmpty()) {
            found(id, "status-missing");
        }
        String action = property(task, "action").orElse("");
        if (action.isEmpty()) {
            found(id, "action-missing");
        } else if (!ACTION.matcher(action).matches()) {
            found(id, "action-form", action);
        }
        form(task);
        List<String> groups = task.getCamundaCandidateGroupsList();
        if (groups.isEmpty() && isBlank(task.getCamundaAssignee())) {
            found(id, "nobody", known(vocabulary.roles()));
        }
        for (String group : groups) {
            if (!vocabulary.roles().contains(group) && !GROUP.matcher(group).matches()) {
                found(id, "group-unknown", group, known(vocabulary.roles()));
            }
        }
        if (!isBlank(task.getCamundaAssignee())
                && Expression.of(task.getCamundaAssignee())
                        .flatMap(Expression::variable)
                        .isEmpty()) {
            found(id, "assignee-not-a-variable", task.getCamundaAssignee(), "${assignee}");
        }
    }

    private void form(UserTask task) {
        String form = task.getCamundaFormRef();
        if (isBlank(form)) {
            found(task.getId(), "form-missing");
            return;
        }
        if (!"deployment".equals(task.getCamundaFormRefBinding())) {
            found(task.getId(), "form-binding");
        }
        if (forms.values().stream().noneMatch(known -> known.id().equals(form))) {
            found(task.getId(), "form-unknown", form);
        }
    }

    private void decision(BusinessRuleTask rules) {
        if (!vocabulary.decisions().contains(rules.getCamundaDecisionRef())) {
            found(rules.getId(), "decision-unknown", rules.getCamundaDecisionRef(), known(vocabulary.decisions()));
        }
        if (!"latest".equals(rules.getCamundaDecisionRefBinding())) {
            found(rules.getId(), "decision-binding");
        }
    }

    /** The step behind an element; other ways to run something have sentences of their own. */
    private void step(String id, @Nullable Element element) {
        if (element == null
                || element.hasAttributeNS(DiagramXml.CAMUNDA, "class")
                || element.hasAttributeNS(DiagramXml.CAMUNDA, "expression")
                || element.hasAttributeNS(DiagramXml.CAMUNDA, "type")) {
            return;
        }
        String delegate = element.getAttributeNS(DiagramXml.CAMUNDA, "delegateExpression");
        if (delegate.isBlank()) {
            found(id, "step-missing", known(vocabulary.steps()));
            return;
        }
        DiagramWords.step(delegate)
                .filter(vocabulary.steps()::contains)
                .filter(step -> !id.startsWith(step))
                .ifPresent(step -> found(id, "step-id", id, step));
    }

    private void drawn(Collection<FlowNode> nodes) {
        Set<String> drawn = new HashSet<>();
        DiagramXml.all(xml, DiagramXml.DI, "BPMNShape").forEach(shape -> drawn.add(shape.getAttribute("bpmnElement")));
        DiagramXml.all(xml, DiagramXml.DI, "BPMNEdge").forEach(edge -> drawn.add(edge.getAttribute("bpmnElement")));
        List<FlowElement> elements = new ArrayList<>(nodes);
        elements.addAll(model.getModelElementsByType(SequenceFlow.class));
        elements.stream()
                .map(FlowElement::getId)
                .filter(id -> !drawn.contains(id))
                .forEach(id -> found(id, "not-drawn"));
    }

    private void gateways(Collection<FlowNode> nodes) {
        for (FlowNode node : nodes) {
            SequenceFlow otherwise = node instanceof ExclusiveGateway one
                    ? one.getDefault()
                    : node instanceof InclusiveGateway some ? some.getDefault() : null;
            List<SequenceFlow> ways = outgoing(node);
            if (isDecision(node) && ways.size() > 1) {
                String open = ways.stream()
                        .filter(flow -> !flow.equals(otherwise) && flow.getConditionExpression() == null)
                        .map(FlowElement::getId)
                        .sorted()
                        .collect(Collectors.joining(", "));
                if (!open.isEmpty()) {
                    found(node.getId(), "gateway-incomplete", open);
                }
            }
        }
    }

    /** As the engine sees it: what a node itself lists as outgoing does not count. */
    private List<SequenceFlow> outgoing(FlowNode node) {
        if (flows.isEmpty()) {
            flows.putAll(model.getModelElementsByType(SequenceFlow.class).stream()
                    .filter(flow -> flow.getSource() != null)
                    .collect(Collectors.groupingBy(flow -> flow.getSource().getId())));
        }
        return flows.getOrDefault(node.getId(), List.of());
    }

    private static boolean isDecision(FlowNode node) {
        return node instanceof ExclusiveGateway || node instanceof InclusiveGateway;
    }

    private void messages(Vocabulary.Words words) {
        Set<String> received = new TreeSet<>();
        for (MessageEventDefinition definition : model.getModelElementsByType(MessageEventDefinition.class)) {
            if (definition.getParentElement() instanceof CatchEvent event) {
                message(event.getId(), definition.getMessage(), words, received);
            }
        }
        for (ReceiveTask task : model.getModelElementsByType(ReceiveTask.class)) {
            message(task.getId(), task.getMessage(), words, received);
        }
        for (String message : words.messages()) {
            if (!received.contains(message)) {
                found("", "message-missing", message);
            }
        }
    }

    private void message(String element, @Nullable Message message, Vocabulary.Words words, Set<String> received) {
        String name = message == null || message.getName() == null ? "" : message.getName();
        received.add(name);
        if (!words.messages().contains(name)) {
            found(element, "message-unknown", name, known(words.messages()));
        }
    }

    private void errors() {
        Set<String> thrown = new HashSet<>(vocabulary.errors());
        List<ErrorEventDefinition> caught = new ArrayList<>();
        for (ErrorEventDefinition definition : model.getModelElementsByType(ErrorEventDefinition.class)) {
            if (definition.getParentElement() instanceof EndEvent) {
                thrown.add(code(definition));
            } else {
                caught.add(definition);
            }
        }
        for (ErrorEventDefinition definition : caught) {
            if (!thrown.contains(code(definition))) {
                String at = definition.getParentElement() instanceof Event event ? event.getId() : definition.getId();
                found(at, "error-unknown", code(definition), known(vocabulary.errors()));
            }
        }
    }

    private static String code(ErrorEventDefinition definition) {
        Error error = definition.getError();
        return error == null || error.getErrorCode() == null ? "" : error.getErrorCode();
    }

    /** The forms' fields among each other and beside the variables of the same name. */
    private void fields(Vocabulary.Words words) {
        Map<String, ProcessVariable.Kind> kinds = new TreeMap<>(words.variables());
        Set<String> used = model.getModelElementsByType(UserTask.class).stream()
                .map(task -> String.valueOf(task.getCamundaFormRef()))
                .collect(Collectors.toSet());
        forms.forEach((name, form) -> {
            if (!used.contains(form.id())) {
                findings.add(Finding.of(name, "", "form-unused"));
            }
            for (FormField field : form.fields()) {
                if (!field.isAsked()) {
                    continue;
                }
                if (field.locked() && !words.variables().containsKey(field.key()) && !answered(field.key())) {
                    findings.add(Finding.of(name, field.key(), "field-shows-nothing", field.key()));
                }
                field.people()
                        .filter(role -> !vocabulary.roles().contains(role))
                        .ifPresent(role -> findings.add(
                                Finding.of(name, field.key(), "field-people", role, known(vocabulary.roles()))));
                ProcessVariable.Kind expected = kinds.get(field.key());
                if (expected != null && !field.kind().equals(Optional.of(expected))) {
                    findings.add(Finding.of(name, field.key(), kind(expected), field.key()));
                }
                field.kind().ifPresent(kind -> kinds.putIfAbsent(field.key(), kind));
            }
        });
    }

    private static String kind(ProcessVariable.Kind kind) {
        return "field-kind-" + kind.name().toLowerCase(Locale.ROOT);
    }

    private boolean answered(String key) {
        return forms.values().stream()
                .anyMatch(
                        form -> form.field(key).filter(field -> !field.locked()).isPresent());
    }

    /** What expressions may read: what Java sets, what a form asks, what the diagram itself makes. */
    private Set<String> variables(Vocabulary.Words words) {
        Set<String> variables = new TreeSet<>(words.variables().keySet());
        forms.values().forEach(form -> form.fields().stream()
                .filter(field -> field.isAsked() && field.kind().isPresent())
                .forEach(field -> variables.add(field.key())));
        for (Element element : DiagramXml.all(xml, DiagramXml.BPMN, "*")) {
            for (String made :
                    List.of("resultVariable", "elementVariable", "errorCodeVariable", "errorMessageVariable")) {
                variables.add(element.getAttributeNS(DiagramXml.CAMUNDA, made));
            }
        }
        DiagramXml.all(xml, DiagramXml.CAMUNDA, "out").forEach(out -> variables.add(out.getAttribute("target")));
        variables.remove("");
        return variables;
    }

    private void translations(String process) {
        for (Element element : DiagramXml.all(xml, DiagramXml.BPMN, "*")) {
            boolean shown = element.getAttribute("id").equals(process) || isInside(element);
            if (shown && !element.getAttribute("name").isBlank()) {
                translated(element, "name");
            }
            if (element.getLocalName().equals("process")
                    && !DiagramXml.children(element, DiagramXml.BPMN, "documentation")
                            .isEmpty()) {
                translated(element, "documentation");
            }
        }
    }

    private void translated(Element element, String text) {
        String translation = text + Translations.CHINESE;
        if (DiagramXml.property(element, translation)
                .filter(value -> !value.isBlank())
                .isEmpty()) {
            found(element.getAttribute("id"), "not-translated", text, translation);
        }
    }

    private static boolean isInside(Element element) {
        for (org.w3c.dom.Node parent = element.getParentNode(); parent != null; parent = parent.getParentNode()) {
            if ("process".equals(parent.getLocalName()) || "collaboration".equals(parent.getLocalName())) {
                return true;
            }
        }
        return false;
    }

    /** Whether people read an element's name: a join says nothing. */
    private boolean isRead(FlowNode node) {
        if (isDecision(node)) {
            return outgoing(node).size() > 1;
        }
        return !(node instanceof ParallelGateway)
                && !node.getElementType().getTypeName().equals("eventBasedGateway");
    }

    private Optional<String> property(FlowNode node, String name) {
        Element element = element(node.getId());
        return element == null
                ? Optional.empty()
                : DiagramXml.property(element, name).filter(value -> !value.isBlank());
    }

    private @Nullable Element element(@Nullable String id) {
        return byId().get(id);
    }

    private Map<String, Element> byId() {
        if (elements.isEmpty()) {
            DiagramXml.all(xml, DiagramXml.BPMN, "*").stream()
                    .filter(element -> !element.getAttribute("id").isEmpty())
                    .forEach(element -> elements.put(element.getAttribute("id"), element));
        }
        return elements;
    }

    private static String known(Collection<String> words) {
        return words.isEmpty() ? "–" : String.join(", ", new TreeSet<>(words));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private void found(String element, String code, Object... args) {
        findings.add(Finding.of(file, element, code, args));
    }
}
