package io.opsflow.tickets;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one ticket, for one reader.
 *
 * @param key              what people call it
 * @param title            what it is about
 * @param description      everything that helps, in plain text
 * @param taskType         whether something is broken or wanted
 * @param priority         how much it matters to the requester
 * @param status           where its process stands
 * @param outcome          how it ended; null while it is open
 * @param creator          who filed it
 * @param creatorName      that person's name
 * @param reviewer         who answered the review; null before
 * @param reviewerName     that person's name
 * @param assignee         the engineer; null before the assignment
 * @param assigneeName     that person's name
 * @param handler          who submitted the solution last; null before
 * @param handlerName      that person's name
 * @param reviewComment    what the reviewer said
 * @param assignComment    what the project manager said
 * @param handleComment    what was done, as of the last time
 * @param confirmComment   what the requester said to that
 * @param withdrawComment  why the requester took it back
 * @param createdAt        when it was filed
 * @param updatedAt        when it moved or was corrected last
 * @param closedAt         when it was closed; null while it is open
 * @param version          goes up with every change
 * @param availableActions what the reader can do with it now
 */
public record TicketDetails(
        TicketKey key,
        String title,
        String description,
        TaskType taskType,
        Priority priority,
        TicketStatus status,
        @Nullable TicketOutcome outcome,
        String creator,
        String creatorName,
        @Nullable String reviewer,
        @Nullable String reviewerName,
        @Nullable String assignee,
        @Nullable String assigneeName,
        @Nullable String handler,
        @Nullable String handlerName,
        @Nullable String reviewComment,
        @Nullable String assignComment,
        @Nullable String handleComment,
        @Nullable String confirmComment,
        @Nullable String withdrawComment,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant closedAt,
        int version,
        List<String> availableActions) {

    public TicketDetails {
        availableActions = List.copyOf(availableActions);
    }

    /** The number for machines. */
    @JsonProperty("id")
    public long id() {
        return key.number();
    }

    static TicketDetails of(Ticket ticket, Map<String, String> names, List<String> availableActions) {
        return new TicketDetails(
                ticket.key(),
                ticket.title(),
                ticket.description(),
                ticket.taskType(),
                ticket.priority(),
                ticket.status(),
                ticket.outcome(),
                ticket.creator(),
                names.getOrDefault(ticket.creator(), ticket.creator()),
                ticket.reviewer(),
                name(names, ticket.reviewer()),
                ticket.assignee(),
                name(names, ticket.assignee()),
                ticket.handler(),
                name(names, ticket.handler()),
                ticket.reviewComment(),
                ticket.assignComment(),
                ticket.handleComment(),
                ticket.confirmComment(),
                ticket.withdrawComment(),
                ticket.createdAt(),
                ticket.updatedAt(),
                ticket.closedAt(),
                ticket.version(),
                availableActions);
    }

    /** Who is unknown is called by the user name. */
    private static @Nullable String name(Map<String, String> names, @Nullable String username) {
        return username == null ? null : names.getOrDefault(username, username);
    }
}
