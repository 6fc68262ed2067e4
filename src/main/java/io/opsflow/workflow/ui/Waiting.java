package io.opsflow.workflow.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.design.Banner;
import io.opsflow.design.Formats;
import io.opsflow.design.Sentence;
import io.opsflow.design.Tone;
import io.opsflow.workflow.InboxTask;
import io.opsflow.workflow.Suspension;
import io.opsflow.workflow.TaskDetails;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whom a task waits for, in words. */
final class Waiting {

    private static final String ROLE_NAME = "accounts.role.";
    private static final Pattern ROLE = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final String GROUP = "g-";

    private Waiting() {}

    /** For whom a task waits since when and what the reader can do, or why nobody can do anything. */
    static Banner line(TaskDetails details) {
        InboxTask task = details.task();
        if (task.suspended()) {
            Span rule = new Span(I18NProvider.translate("error.process-suspended"));
            return details.suspension() == null
                    ? Banner.of(Tone.CALM, rule)
                    : Banner.of(Tone.CALM, suspended(details.suspension()), rule);
        }
        if (task.onBehalfOf() != null && !details.completable()) {
            return Banner.of(Tone.CALM, new Span(I18NProvider.translate("error.task-of-own-object")));
        }
        return Banner.of(
                task.assignee() == null ? Tone.WAIT : Tone.WORK,
                Sentence.of(
                        "workflow.task.waits",
                        forWhom(details),
                        task.stepName(),
                        Formats.duration(Duration.between(task.createdAt(), Formats.now()))),
                new Span(I18NProvider.translate("workflow.task.you.can", TaskActions.words(details))));
    }

    private static Sentence suspended(Suspension suspension) {
        String since = Formats.dateTime(suspension.at());
        return suspension.reason() == null
                ? Sentence.of("workflow.task.suspended", suspension.byName(), since)
                : Sentence.of("workflow.task.suspended.why", suspension.byName(), since, suspension.reason());
    }

    private static String forWhom(TaskDetails details) {
        InboxTask task = details.task();
        return task.assigneeName() == null ? candidates(details.candidates()) : task.assigneeName();
    }

    private static String candidates(List<String> codes) {
        return codes.isEmpty()
                ? I18NProvider.translate("workflow.task.nobody")
                : codes.stream()
                        .map(Waiting::word)
                        .collect(Collectors.joining(I18NProvider.translate("workflow.task.or")));
    }

    private static String word(String code) {
        if (ROLE.matcher(code).matches()) {
            // Only built-in roles have texts; another one is called by its code.
            return I18NProvider.translate(ROLE_NAME + code).replace(ROLE_NAME, "");
        }
        return code.startsWith(GROUP) ? code.substring(GROUP.length()) : code;
    }
}
