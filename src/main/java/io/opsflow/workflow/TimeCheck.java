package io.opsflow.workflow;

import static io.opsflow.workflow.Diagram.isBlank;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.Expression;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Whether timers, deadlines and retries are written so that the engine understands them, and understands the same. */
final class TimeCheck {

    private static final String A_MOMENT = "2026-12-01T09:00:00+08:00";
    private static final Set<String> LIMITS = Set.of("priority", "jobPriority");

    private final Diagram diagram;

    TimeCheck(Diagram diagram) {
        this.diagram = diagram;
    }

    void check() {
        String kept = diagram.process().getCamundaHistoryTimeToLiveString();
        if (isBlank(kept) || !Spans.isDays(kept)) {
            diagram.found(diagram.process().getId(), "time-to-live", isBlank(kept) ? "–" : kept);
        }
        diagram.model().getModelElementsByType(TimerEventDefinition.class).forEach(this::timer);
        for (UserTask task : diagram.model().getModelElementsByType(UserTask.class)) {
            deadline(task, task.getCamundaDueDate());
            deadline(task, task.getCamundaFollowUpDate());
        }
        for (Element retry : DiagramXml.all(diagram.xml(), DiagramXml.CAMUNDA, "failedJobRetryTimeCycle")) {
            if (!Spans.isRetry(retry.getTextContent().strip())) {
                diagram.found(owner(retry), "retry", retry.getTextContent().strip());
            }
        }
        for (Element element : DiagramXml.all(diagram.xml(), DiagramXml.BPMN, "*")) {
            LIMITS.forEach(name -> priority(element, name));
        }
    }

    private void timer(TimerEventDefinition timer) {
        String at = timer.getParentElement() instanceof Event event ? event.getId() : String.valueOf(timer.getId());
        Map<String, Optional<Expression>> times = Map.of(
                "timer-duration", Optional.ofNullable(timer.getTimeDuration()),
                "timer-cycle", Optional.ofNullable(timer.getTimeCycle()),
                "timer-date", Optional.ofNullable(timer.getTimeDate()));
        if (times.values().stream().filter(Optional::isPresent).count() != 1) {
            diagram.found(at, "timer-empty");
        }
        times.forEach((code, time) -> time.map(
                        expression -> expression.getTextContent().strip())
                .filter(text -> !isTime(code, text))
                .ifPresent(text -> diagram.found(at, code, text, A_MOMENT)));
    }

    private boolean isTime(String code, String text) {
        Predicate<String> form =
                switch (code) {
                    case "timer-duration" -> Spans::isSpan;
                    case "timer-cycle" -> Spans::isRepetition;
                    default -> Spans::isMoment;
                };
        return form.test(text) || (code.equals("timer-date") ? isInstant(text) : isTextOfJava(text));
    }

    private void deadline(UserTask task, @Nullable String deadline) {
        if (!isBlank(deadline)) {
            String text = String.valueOf(deadline).strip();
            if (!Spans.isSpan(text) && !Spans.isMoment(text) && !isInstant(text)) {
                diagram.found(task.getId(), "deadline", text, A_MOMENT);
            }
        }
    }

    private void priority(Element element, String name) {
        String priority = element.getAttributeNS(DiagramXml.CAMUNDA, name);
        boolean number = variable(priority)
                .filter(variable -> diagram.kinds().get(variable) == ProcessVariable.Kind.NUMBER)
                .isPresent();
        if (!priority.isEmpty() && !number && !priority.matches("100|[0-9]{1,2}")) {
            diagram.found(element.getAttribute("id"), "priority", priority);
        }
    }

    private boolean isInstant(String text) {
        return variable(text)
                .filter(variable -> diagram.kinds().get(variable) == ProcessVariable.Kind.INSTANT)
                .isPresent();
    }

    /** What people write into a form could be anything. */
    private boolean isTextOfJava(String text) {
        return variable(text)
                .filter(variable -> diagram.words().variables().get(variable) == ProcessVariable.Kind.TEXT)
                .isPresent();
    }

    private static Optional<String> variable(String text) {
        return io.opsflow.workflow.Expression.of(text).flatMap(io.opsflow.workflow.Expression::variable);
    }

    private static String owner(Element retry) {
        return retry.getParentNode() instanceof Element extension
                        && extension.getParentNode() instanceof Element element
                ? element.getAttribute("id")
                : "";
    }
}
