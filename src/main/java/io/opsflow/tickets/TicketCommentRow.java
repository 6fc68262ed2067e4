package io.opsflow.tickets;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;

/** Something that somebody said about a ticket. */
@Entity
@Immutable
@Table(name = "ticket_comment")
class TicketCommentRow {

    @Id
    @TableGenerator(
            name = "ticket_comment",
            table = "id_sequence",
            pkColumnName = "name",
            valueColumnName = "next_id",
            pkColumnValue = "ticket_comment")
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "ticket_comment")
    private long id;

    @SuppressWarnings("UnusedVariable") // queries read it
    private long ticketId;

    private String author;

    @Column(name = "remark")
    private String text;

    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected TicketCommentRow() {}

    TicketCommentRow(Ticket ticket, String author, String text, Instant now) {
        this.ticketId = ticket.id();
        this.author = author;
        this.text = text;
        this.createdAt = now;
    }

    /** Where a page that ends with it ends. */
    KeysetScrollPosition place() {
        return ScrollPosition.forward(Map.of("createdAt", createdAt, "id", id));
    }

    String author() {
        return author;
    }

    TicketComment comment(Map<String, String> names) {
        return new TicketComment(id, author, names.getOrDefault(author, author), createdAt, text);
    }
}
