package io.opsflow.workflow;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.jspecify.annotations.Nullable;

/** Whether every way through a diagram begins, goes on and comes to an end. */
final class FlowCheck {

    /** An example for a sentence, which could not have braces of its own. */
    private static final String A_COMPARISON = "${priority == 'high'}";

    private final Diagram diagram;

    FlowCheck(Diagram diagram) {
        this.diagram = diagram;
    }

    void check() {
        starts();
        ends();
        for (FlowNode node : diagram.nodes()) {
            decision(node);
        }
        diagram.model().getModelElementsByType(SequenceFlow.class).forEach(this::condition);
    }

    /** Java starts a process for an object; one that starts by itself would be about nothing. */
    private void starts() {
        List<StartEvent> starts = diagram.model().getModelElementsByType(StartEvent.class).stream()
                .filter(start -> start.getParentElement() instanceof Process)
                .toList();
        if (starts.size() != 1) {
            diagram.found(diagram.process().getId(), "start-one", starts.size());
        }
        for (StartEvent start : starts) {
            if (!start.getEventDefinitions().isEmpty()) {
                diagram.found(start.getId(), "start-by-itself");
            }
            if (start.isCamundaAsyncAfter() || start.isCamundaAsyncBefore()) {
                diagram.found(start.getId(), "start-later");
            }
        }
    }

    private void ends() {
        Set<FlowNode> reached = reached();
        for (FlowNode node : diagram.nodes()) {
            if (!reached.contains(node)) {
                diagram.found(node.getId(), "unreachable");
            }
            boolean mayEnd = node instanceof EndEvent || isOutsideTheFlow(node) || isLink(node);
            if (!mayEnd && diagram.outgoing(node).isEmpty()) {
                diagram.found(node.getId(), "dead-end");
            }
        }
    }

    private Set<FlowNode> reached() {
        Collection<FlowNode> nodes = diagram.nodes();
        Set<FlowNode> reached = new HashSet<>();
        Deque<FlowNode> next = new ArrayDeque<>(nodes.stream()
                .filter(node -> node.getParentElement() instanceof Process && isBeginning(node))
                .toList());
        while (!next.isEmpty()) {
            FlowNode node = next.pop();
            if (reached.add(node)) {
                diagram.outgoing(node).stream()
                        .map(SequenceFlow::getTarget)
                        .filter(target -> target != null)
                        .forEach(next::push);
                nodes.stream()
                        .filter(other -> isAttached(other, node)
                                || (node.equals(other.getParentElement()) && isBeginning(other)))
                        .forEach(next::push);
            }
        }
        return reached;
    }

    private static boolean isBeginning(FlowNode node) {
        return node instanceof StartEvent
                || isOutsideTheFlow(node) && !(node instanceof BoundaryEvent)
                || node instanceof CatchEvent && isLink(node);
    }

    private static boolean isAttached(FlowNode node, FlowNode to) {
        return node instanceof BoundaryEvent event && to.equals(event.getAttachedTo());
    }

    /** Event sub-processes and what undoes others are not connected by sequence flows. */
    private static boolean isOutsideTheFlow(FlowNode node) {
        return node instanceof SubProcess part && part.triggeredByEvent()
                || node instanceof Activity activity && activity.isForCompensation()
                || node instanceof BoundaryEvent event
                        && event.getEventDefinitions().stream().anyMatch(CompensateEventDefinition.class::isInstance);
    }

    private static boolean isLink(FlowNode node) {
        Collection<EventDefinition> definitions = node instanceof ThrowEvent thrown
                ? thrown.getEventDefinitions()
                : node instanceof CatchEvent caught ? caught.getEventDefinitions() : List.of();
        return definitions.stream().anyMatch(LinkEventDefinition.class::isInstance);
    }

    private void decision(FlowNode node) {
        List<SequenceFlow> ways = diagram.outgoing(node);
        boolean gateway = node instanceof ExclusiveGateway || node instanceof InclusiveGateway;
        boolean asks = ways.stream().anyMatch(flow -> flow.getConditionExpression() != null);
        if (!gateway && !(node instanceof Activity)) {
            if (asks) {
                diagram.found(
                        node.getId(),
                        "condition-unread",
                        ids(ways.stream().filter(flow -> flow.getConditionExpression() != null)));
            }
            return;
        }
        SequenceFlow otherwise = otherwise(node);
        if (otherwise != null && !ways.contains(otherwise)) {
            diagram.found(node.getId(), "default-elsewhere", String.valueOf(otherwise.getId()));
        } else if (otherwise != null && otherwise.getConditionExpression() != null) {
            diagram.found(node.getId(), "default-with-condition", otherwise.getId());
        }
        String open =
                ids(ways.stream().filter(flow -> !flow.equals(otherwise) && flow.getConditionExpression() == null));
        if (gateway && ways.size() > 1 && !open.isEmpty()) {
            diagram.found(node.getId(), "gateway-incomplete", open);
        } else if (asks && open.isEmpty() && otherwise == null) {
            diagram.found(node.getId(), "gateway-without-default", ids(ways.stream()));
        }
    }

    private void condition(SequenceFlow flow) {
        if (flow.getConditionExpression() != null) {
            String text = flow.getConditionExpression().getTextContent().strip();
            Expression.of(text)
                    .flatMap(Expression::variable)
                    .map(variable -> diagram.kinds().get(variable))
                    .filter(kind -> kind != ProcessVariable.Kind.FLAG)
                    .ifPresent(kind -> diagram.found(flow.getId(), "condition-not-a-flag", text, A_COMPARISON));
        }
    }

    private @Nullable SequenceFlow otherwise(FlowNode node) {
        return Optional.ofNullable(node.getAttributeValue("default"))
                .map(id -> (SequenceFlow) diagram.model().getModelElementById(id))
                .orElse(null);
    }

    private static String ids(Stream<SequenceFlow> flows) {
        return flows.map(FlowElement::getId).sorted().collect(Collectors.joining(", "));
    }
}
