package io.opsflow.tickets.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.design.Ago;
import io.opsflow.design.Timeline;
import io.opsflow.kernel.Actor;
import io.opsflow.tickets.TicketComment;
import io.opsflow.tickets.TicketDetails;
import io.opsflow.tickets.TicketLogEntry;
import io.opsflow.tickets.TicketStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a ticket's timeline.
 *
 * @param at      when
 * @param comment what was said, for a comment
 * @param move    what happened, for everything else
 * @param ticket  the ticket
 */
record TimelineEntry(Instant at, @Nullable TicketComment comment, @Nullable TicketLogEntry move, TicketDetails ticket) {

    private static final Map<String, String> GLYPHS = Map.of(
            "review", "check",
            "confirm", "check",
            "handle", "circle-check",
            "withdraw", "undo",
            "correct", "edit",
            "close", "lock");

    private static final int SHORT = 40;

    @Tag("b")
    private static final class Name extends HtmlContainer {

        Name(String name) {
            setText(name);
        }
    }

    /** Everything, the oldest first. */
    static List<TimelineEntry> of(TicketSight sight) {
        List<TimelineEntry> all = new ArrayList<>();
        sight.log().forEach(move -> all.add(new TimelineEntry(move.at(), null, move, sight.ticket())));
        sight.comments().forEach(comment -> all.add(new TimelineEntry(comment.at(), comment, null, sight.ticket())));
        return all;
    }

    boolean isComment() {
        return comment != null;
    }

    void addTo(Timeline timeline) {
        if (comment != null) {
            timeline.said(
                    comment.authorName(),
                    who(comment.authorName(), text("tickets.timeline.commented")),
                    comment.text());
        } else if (move != null) {
            add(timeline, move);
        }
    }

    private void add(Timeline timeline, TicketLogEntry entry) {
        boolean bySystem = Actor.SYSTEM.equals(entry.actor());
        String name = bySystem ? text("tickets.log.system") : entry.actorName();
        String did = text(key(entry));
        if (entry.from() != null && entry.from() != entry.to()) {
            did = text("tickets.log.moved", did, TicketWords.of(entry.from()), TicketWords.of(entry.to()));
        }
        if (entry.onBehalfOfName() != null) {
            did += " " + text("tickets.log.behalf", entry.onBehalfOfName());
        }
        if (entry.action().equals("open") && !ticket.description().isBlank()) {
            timeline.said(name, who(name, did), ticket.description());
        } else if (isShort(entry.comment())) {
            timeline.happened(
                    glyph(entry), who(name, text("tickets.log.said", did, String.valueOf(entry.comment()))), null);
        } else {
            timeline.happened(glyph(entry), who(name, did), entry.comment());
        }
    }

    /** What fits behind the step itself; everything else stands below it, with its lines. */
    private static boolean isShort(@Nullable String comment) {
        return comment != null && !comment.isBlank() && comment.length() <= SHORT && !comment.contains("\n");
    }

    private Span who(String name, String did) {
        return new Span(new Name(name), new Span(" " + did + " · "), Ago.of(at));
    }

    private static String key(TicketLogEntry entry) {
        return switch (entry.action()) {
            case "open", "correct", "assign", "start", "handle", "withdraw", "close", "hand_over" ->
                "tickets.log." + entry.action();
            case "review" ->
                entry.to() == TicketStatus.CLOSED ? "tickets.log.review.refused" : "tickets.log.review.passed";
            case "confirm" ->
                entry.to() == TicketStatus.IN_PROGRESS ? "tickets.log.confirm.refused" : "tickets.log.confirm.passed";
            default -> "tickets.log.other";
        };
    }

    private static String glyph(TicketLogEntry entry) {
        return key(entry).endsWith(".refused") ? "undo" : GLYPHS.getOrDefault(entry.action(), "arrow-right");
    }

    private static String text(String key, Object... args) {
        return I18NProvider.translate(key, args);
    }
}
