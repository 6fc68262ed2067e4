package io.opsflow.tickets;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as a list shows it.
 *
 * @param key          what people call it
 * @param title        what it is about
 * @param taskType     whether something is broken or wanted
 * @param priority     how much it matters to the requester
 * @param status       where its process stands
 * @param outcome      how it ended; null while it is open
 * @param creator      who filed it
 * @param creatorName  that person's name
 * @param assignee     the engineer; null before the assignment
 * @param assigneeName that person's name
 * @param createdAt    when it was filed
 * @param updatedAt    when it moved or was corrected last
 * @param closedAt     when it was closed; null while it is open
 */
public record TicketSummary(
        TicketKey key,
        String title,
        TaskType taskType,
        Priority priority,
        TicketStatus status,
        @Nullable TicketOutcome outcome,
        String creator,
        String creatorName,
        @Nullable String assignee,
        @Nullable String assigneeName,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant closedAt) {

    /** The number for machines. */
    @JsonProperty("id")
    public long id() {
        return key.number();
    }
}
