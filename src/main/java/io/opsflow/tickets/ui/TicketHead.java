package io.opsflow.tickets.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.design.Ago;
import io.opsflow.design.Banner;
import io.opsflow.design.Formats;
import io.opsflow.design.Key;
import io.opsflow.design.PageHead;
import io.opsflow.design.Sentence;
import io.opsflow.design.Tone;
import io.opsflow.tickets.TicketDetails;
import io.opsflow.tickets.TicketStatus;
import io.opsflow.workflow.OpenTask;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The head of a ticket's page: title, marks, what the reader can do, and whom the ticket waits for since when. */
final class TicketHead extends Composite<Div> {

    private static final String ROLE_NAME = "accounts.role.";
    private static final Pattern ROLE = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final String GROUP = "g-";

    private final TicketActions actions;

    TicketHead(TicketActions actions) {
        this.actions = actions;
        getContent().addClassName("ticket-head");
    }

    void show(TicketSight now) {
        TicketDetails ticket = now.ticket();
        Span filed = new Span(
                new Span(getTranslation("tickets.submitted.by", ticket.creatorName()) + " "),
                Ago.of(ticket.createdAt()));
        filed.addClassName("ops-muted");
        getContent().removeAll();
        getContent()
                .add(
                        new PageHead(ticket.title())
                                .crumb(
                                        ticket.status().isFinal() ? TicketRoutes.HISTORY : TicketRoutes.LIST,
                                        getTranslation(
                                                ticket.status().isFinal() ? "tickets.history.title" : "tickets.crumb"),
                                        ticket.key().toString())
                                .marks(
                                        Key.of(ticket.key().toString()),
                                        TicketWords.chip(ticket.status(), ticket.outcome()),
                                        TicketWords.chip(ticket.taskType()),
                                        TicketWords.chip(ticket.priority()),
                                        filed)
                                .actions(actions.buttons(now).toArray(Component[]::new)),
                        line(now));
    }

    /** The page stays as it was last seen, says so, and offers nothing more. */
    void gone(TicketDetails last, String reason) {
        getContent().removeAll();
        getContent()
                .add(
                        new PageHead(last.title())
                                .crumb(
                                        TicketRoutes.LIST,
                                        getTranslation("tickets.crumb"),
                                        last.key().toString()),
                        Banner.of(Tone.BAD, reason));
    }

    private Banner line(TicketSight now) {
        TicketDetails ticket = now.ticket();
        if (ticket.closedAt() != null) {
            return Banner.of(
                    Tone.CALM,
                    Sentence.of(
                            "tickets.closed.line",
                            ticket.outcome() == null
                                    ? TicketWords.of(TicketStatus.CLOSED)
                                    : TicketWords.of(ticket.outcome()),
                            Formats.duration(Duration.between(ticket.createdAt(), ticket.closedAt()))));
        }
        if (!now.running()) {
            return Banner.of(Tone.BAD, getTranslation("tickets.process.removed"));
        }
        if (now.tasks().stream().anyMatch(OpenTask::suspended)) {
            return Banner.of(Tone.CALM, getTranslation("error.process-suspended"));
        }
        if (now.tasks().isEmpty()) {
            return Banner.of(Tone.WORK, getTranslation("tickets.waits.process"));
        }
        OpenTask task = now.tasks().get(0);
        List<String> can = actions.words(now);
        Span possible = new Span(
                can.isEmpty()
                        ? getTranslation("tickets.waits.you.cannot")
                        : getTranslation(
                                "tickets.waits.you.can", String.join(getTranslation("tickets.separator"), can)));
        return Banner.of(
                TicketWords.tone(ticket.status()),
                Sentence.of(
                        "tickets.waits",
                        whom(now, task),
                        task.stepName(),
                        Formats.duration(Duration.between(task.since(), Formats.now()))),
                possible);
    }

    private static String whom(TicketSight now, OpenTask task) {
        return task.assignee() == null
                ? task.candidates().stream()
                        .map(TicketHead::word)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(I18NProvider.translate("workflow.task.or")))
                : now.name(task.assignee());
    }

    private static String word(String code) {
        if (ROLE.matcher(code).matches()) {
            // Only built-in roles have texts; another one is called by its code.
            return I18NProvider.translate(ROLE_NAME + code).replace(ROLE_NAME, "");
        }
        return code.startsWith(GROUP) ? code.substring(GROUP.length()) : code;
    }
}
