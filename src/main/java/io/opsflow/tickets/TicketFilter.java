package io.opsflow.tickets;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets are wanted; what is empty or null does not narrow the list. Times are half open: from, and before to.
 *
 * @param statuses    any of these
 * @param priorities  any of these
 * @param taskType    of this type
 * @param creator     filed by this user
 * @param assignee    assigned to this user
 * @param q           with this text in the title, the description or the key
 * @param open        true: not closed yet; false: closed
 * @param createdFrom filed then or later
 * @param createdTo   filed before
 * @param closedFrom  closed then or later
 * @param closedTo    closed before
 */
public record TicketFilter(
        Set<TicketStatus> statuses,
        Set<Priority> priorities,
        @Nullable TaskType taskType,
        @Nullable String creator,
        @Nullable String assignee,
        @Nullable String q,
        @Nullable Boolean open,
        @Nullable Instant createdFrom,
        @Nullable Instant createdTo,
        @Nullable Instant closedFrom,
        @Nullable Instant closedTo) {

    public TicketFilter {
        statuses = Set.copyOf(statuses);
        priorities = Set.copyOf(priorities);
    }

    /** Every ticket that one may see. */
    public static TicketFilter everything() {
        return new TicketFilter(Set.of(), Set.of(), null, null, null, null, null, null, null, null, null);
    }

    /** Every ticket that one may see and that is not closed, or is. */
    public static TicketFilter open(boolean open) {
        return new TicketFilter(Set.of(), Set.of(), null, null, null, null, open, null, null, null, null);
    }
}
