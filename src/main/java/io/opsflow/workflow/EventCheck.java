package io.opsflow.workflow;

import static io.opsflow.workflow.Diagram.listed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.jspecify.annotations.Nullable;

/** Whether messages and errors exist on both sides: whoever waits is told, and what is told is heard. */
final class EventCheck {

    private final Diagram diagram;

    EventCheck(Diagram diagram) {
        this.diagram = diagram;
    }

    void check() {
        if (diagram.isKnown()) {
            messages(diagram.words());
        }
        errors();
    }

    private void messages(Vocabulary.Words words) {
        Set<String> received = new TreeSet<>();
        for (MessageEventDefinition definition : diagram.model().getModelElementsByType(MessageEventDefinition.class)) {
            if (definition.getParentElement() instanceof CatchEvent event) {
                message(event.getId(), definition.getMessage(), words, received);
            }
        }
        for (ReceiveTask task : diagram.model().getModelElementsByType(ReceiveTask.class)) {
            message(task.getId(), task.getMessage(), words, received);
        }
        for (String message : words.messages()) {
            if (!received.contains(message)) {
                diagram.found("", "message-missing", message);
            }
        }
    }

    private void message(String element, @Nullable Message message, Vocabulary.Words words, Set<String> received) {
        String name = message == null || message.getName() == null ? "" : message.getName();
        received.add(name);
        if (!words.messages().contains(name)) {
            diagram.found(element, "message-unknown", name, listed(words.messages()));
        }
    }

    private void errors() {
        List<ErrorEventDefinition> thrown = new ArrayList<>();
        List<ErrorEventDefinition> caught = new ArrayList<>();
        for (ErrorEventDefinition definition : diagram.model().getModelElementsByType(ErrorEventDefinition.class)) {
            (definition.getParentElement() instanceof EndEvent ? thrown : caught).add(definition);
        }
        Set<String> reported = new HashSet<>(diagram.vocabulary().errors());
        thrown.forEach(definition -> reported.add(code(definition)));
        for (ErrorEventDefinition definition : caught) {
            // One that names no error catches all of them.
            if (definition.getError() != null && !reported.contains(code(definition))) {
                diagram.found(
                        at(definition),
                        "error-unknown",
                        code(definition),
                        listed(diagram.vocabulary().errors()));
            }
        }
        for (ErrorEventDefinition definition : thrown) {
            boolean heard = caught.stream()
                    .anyMatch(other -> other.getError() == null || code(other).equals(code(definition)));
            if (code(definition).isEmpty() || !heard) {
                diagram.found(at(definition), "error-unheard", code(definition));
            }
        }
    }

    private static String at(ErrorEventDefinition definition) {
        return definition.getParentElement() instanceof Event event ? event.getId() : definition.getId();
    }

    private static String code(ErrorEventDefinition definition) {
        Error error = definition.getError();
        return error == null || error.getErrorCode() == null ? "" : error.getErrorCode();
    }
}
