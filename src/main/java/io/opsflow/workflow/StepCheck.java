package io.opsflow.workflow;

import static io.opsflow.workflow.Diagram.isBlank;
import static io.opsflow.workflow.Diagram.listed;

import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Whether what runs by itself exists: steps, called processes, decisions, and how often they are repeated. */
final class StepCheck {

    private static final int MOST_REPETITIONS = 100;

    /** Without it, what the called process does would be about no object. */
    private static final String SAME_OBJECT = "execution.processBusinessKey";

    private final Diagram diagram;
    private final Vocabulary vocabulary;

    StepCheck(Diagram diagram) {
        this.diagram = diagram;
        this.vocabulary = diagram.vocabulary();
    }

    void check() {
        for (FlowNode node : diagram.nodes()) {
            if (node instanceof CallActivity call) {
                call(call);
            } else if (node instanceof BusinessRuleTask rules && rules.getCamundaDecisionRef() != null) {
                decision(rules);
            } else if (node instanceof ServiceTask || node instanceof SendTask || node instanceof BusinessRuleTask) {
                step(node, diagram.element(node.getId()));
            } else if (node instanceof ThrowEvent event) {
                event.getEventDefinitions().stream()
                        .filter(MessageEventDefinition.class::isInstance)
                        .map(definition -> diagram.element(definition.getId()))
                        .forEach(definition -> step(node, definition));
            }
            if (node instanceof Activity activity && activity.getLoopCharacteristics() != null) {
                repetition(activity, activity.getLoopCharacteristics());
            }
        }
    }

    private void call(CallActivity call) {
        String called = String.valueOf(call.getCalledElement());
        if (!vocabulary.processes().containsKey(called)) {
            diagram.found(
                    call.getId(),
                    "called-unknown",
                    called,
                    listed(vocabulary.processes().keySet()));
        }
        String binding = call.getCamundaCalledElementBinding();
        if (!isBlank(binding) && !binding.equals("latest")) {
            diagram.found(call.getId(), "called-binding", binding);
        }
        Element element = diagram.element(call.getId());
        boolean sameObject = element != null
                && DiagramXml.children(element, DiagramXml.BPMN, "extensionElements").stream()
                        .flatMap(extension -> DiagramXml.children(extension, DiagramXml.CAMUNDA, "in").stream())
                        .anyMatch(in -> in.getAttribute("businessKey").contains(SAME_OBJECT));
        if (!sameObject) {
            diagram.found(call.getId(), "called-without-object");
        }
    }

    private void decision(BusinessRuleTask rules) {
        String key = rules.getCamundaDecisionRef();
        Vocabulary.Decision decision = vocabulary.decisions().get(key);
        if (decision == null) {
            diagram.found(
                    rules.getId(),
                    "decision-unknown",
                    key,
                    listed(vocabulary.decisions().keySet()));
        } else {
            Set<String> missing = new TreeSet<>(decision.inputs());
            missing.removeAll(diagram.variables());
            if (!missing.isEmpty()) {
                diagram.found(rules.getId(), "decision-lacks", key, listed(missing));
            }
        }
        if (!"latest".equals(rules.getCamundaDecisionRefBinding())) {
            diagram.found(rules.getId(), "decision-binding");
        }
        if (!"singleEntry".equals(rules.getCamundaMapDecisionResult()) || isBlank(rules.getCamundaResultVariable())) {
            diagram.found(rules.getId(), "decision-result");
        }
    }

    /** The step behind a node; other ways to run something have sentences of their own. */
    private void step(FlowNode node, @Nullable Element element) {
        if (element == null
                || element.hasAttributeNS(DiagramXml.CAMUNDA, "class")
                || element.hasAttributeNS(DiagramXml.CAMUNDA, "expression")
                || element.hasAttributeNS(DiagramXml.CAMUNDA, "type")) {
            return;
        }
        String delegate = element.getAttributeNS(DiagramXml.CAMUNDA, "delegateExpression");
        if (delegate.isBlank()) {
            diagram.found(node.getId(), "step-missing", listed(vocabulary.steps()));
            return;
        }
        DiagramWords.step(delegate).filter(vocabulary.steps()::contains).ifPresent(step -> {
            if (!node.getId().startsWith(step)) {
                diagram.found(node.getId(), "step-id", node.getId(), step);
            }
            if (vocabulary.remoteSteps().contains(step)) {
                remote(node, step);
            }
        });
    }

    /** A step that leaves the machine must not be part of somebody's click, and is tried again by itself. */
    private void remote(FlowNode node, String step) {
        if (!node.isCamundaAsyncBefore()) {
            diagram.found(node.getId(), "remote-in-click", step);
        }
        Element element = diagram.element(node.getId());
        boolean triedAgain = element != null
                && DiagramXml.children(element, DiagramXml.BPMN, "extensionElements").stream()
                        .anyMatch(extension -> !DiagramXml.children(
                                        extension, DiagramXml.CAMUNDA, "failedJobRetryTimeCycle")
                                .isEmpty());
        if (!triedAgain) {
            diagram.found(node.getId(), "remote-once", step);
        }
    }

    /** Variables hold no lists, so that a step is repeated by number alone. */
    private void repetition(Activity activity, LoopCharacteristics loop) {
        if (!(loop instanceof MultiInstanceLoopCharacteristics several)) {
            diagram.found(
                    activity.getId(), "element-kind", loop.getElementType().getTypeName());
            return;
        }
        String times = several.getLoopCardinality() == null
                ? ""
                : several.getLoopCardinality().getTextContent().strip();
        boolean counted = times.matches("[1-9][0-9]{0,2}") && Integer.parseInt(times) <= MOST_REPETITIONS;
        boolean number = Expression.of(times)
                .flatMap(Expression::variable)
                .filter(variable -> diagram.kinds().get(variable) == ProcessVariable.Kind.NUMBER)
                .isPresent();
        if (several.getCamundaCollection() != null || !(counted || number)) {
            diagram.found(activity.getId(), "repetition", MOST_REPETITIONS);
        }
    }
}
