package io.opsflow.notifications;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;

/** Something that one person is told. */
@Entity
@Table(name = "notification")
class NotificationRow {

    @Id
    @TableGenerator(
            name = "notification",
            table = "id_sequence",
            pkColumnName = "name",
            valueColumnName = "next_id",
            pkColumnValue = "notification")
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "notification")
    private long id;

    @SuppressWarnings("UnusedVariable") // queries read it
    private String recipient;

    private String messageKey;

    /** What fills the sentence's places, in JSON. */
    @Column(name = "arguments")
    private String args;

    private @Nullable String link;
    private boolean unread = true;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected NotificationRow() {}

    NotificationRow(String recipient, String messageKey, String args, @Nullable String link, Instant now) {
        this.recipient = recipient;
        this.messageKey = messageKey;
        this.args = args;
        this.link = link;
        this.createdAt = now;
    }

    /** Where a page that ends with it ends. */
    KeysetScrollPosition place() {
        return ScrollPosition.forward(Map.of("createdAt", createdAt, "id", id));
    }

    void read() {
        unread = false;
    }

    String messageKey() {
        return messageKey;
    }

    String args() {
        return args;
    }

    NotificationDetails details(String text) {
        return new NotificationDetails(id, text, link, createdAt, unread);
    }
}
