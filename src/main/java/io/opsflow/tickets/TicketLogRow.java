package io.opsflow.tickets;

import io.opsflow.kernel.Actor;
import io.opsflow.workflow.Transition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One step in a ticket's life. Written once: a second row for the same step is refused by the database. */
@Entity
@Immutable
@Table(name = "ticket_log")
class TicketLogRow {

    @Id
    @TableGenerator(
            name = "ticket_log",
            table = "id_sequence",
            pkColumnName = "name",
            valueColumnName = "next_id",
            pkColumnValue = "ticket_log")
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "ticket_log")
    private long id;

    private long ticketId;

    /** The place in the ticket's log, from 1. */
    @SuppressWarnings("UnusedVariable") // queries read it
    private int step;

    private @Nullable TicketStatus fromStatus;
    private TicketStatus toStatus;
    private String action;
    private String actor;
    private @Nullable String onBehalfOf;

    @Column(name = "remark")
    private @Nullable String comment;

    /** What the form held beyond the words that Java knows, in JSON. */
    private @Nullable String fields;

    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected TicketLogRow() {}

    TicketLogRow(
            Ticket ticket,
            int step,
            @Nullable TicketStatus from,
            String action,
            Actor actor,
            @Nullable String comment,
            Instant at) {
        this.ticketId = ticket.id();
        this.step = step;
        this.fromStatus = from;
        this.toStatus = ticket.status();
        this.action = action;
        this.actor = actor.name();
        this.onBehalfOf = actor.onBehalfOf();
        this.comment = comment;
        this.createdAt = at;
    }

    /** The same line with the evidence that belongs to it. */
    TicketLogRow with(@Nullable String evidence) {
        fields = evidence;
        return this;
    }

    Set<String> people() {
        return Stream.of(actor, onBehalfOf).flatMap(Stream::ofNullable).collect(Collectors.toSet());
    }

    /** The same beside the lines of other objects, without names. */
    Transition transition(String title) {
        return new Transition(
                id,
                new TicketKey(ticketId).toString(),
                title,
                fromStatus == null ? null : fromStatus.code(),
                toStatus.code(),
                action,
                actor,
                null,
                onBehalfOf,
                null,
                createdAt,
                comment);
    }

    TicketLogEntry entry(Map<String, String> names) {
        return new TicketLogEntry(
                id,
                fromStatus,
                toStatus,
                action,
                actor,
                names.getOrDefault(actor, actor),
                onBehalfOf,
                onBehalfOf == null ? null : names.getOrDefault(onBehalfOf, onBehalfOf),
                createdAt,
                comment,
                fields);
    }
}
