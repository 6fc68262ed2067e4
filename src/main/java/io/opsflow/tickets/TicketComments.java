package io.opsflow.tickets;

import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.workflow.People;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.stereotype.Component;

/** What was said about a ticket, page by page; the cursor is the number of the page's last comment. */
@Component
class TicketComments {

    private static final Sort OLDEST_FIRST = Sort.by("createdAt", "id");

    private final TicketCommentRepository table;
    private final People people;

    TicketComments(TicketCommentRepository table, People people) {
        this.table = table;
        this.people = people;
    }

    TicketComment add(TicketCommentRow row) {
        return table.save(row).comment(people.namesOf(List.of(row.author())));
    }

    /** The newest one's number: while it stays the same, nothing new was said. */
    @Nullable
    Long newest(long ticketId) {
        return table.newest(ticketId, Limit.of(1)).orElse(null);
    }

    PageOf<TicketComment> page(long ticketId, Paging paging) {
        Window<TicketCommentRow> rows =
                table.findByTicketId(ticketId, from(ticketId, paging), Limit.of(paging.size()), order(paging.sort()));
        Map<String, String> names =
                people.namesOf(rows.stream().map(TicketCommentRow::author).collect(Collectors.toSet()));
        List<TicketComment> items = rows.stream().map(row -> row.comment(names)).toList();
        boolean counted = rows.isLast() && paging.after() == null && (paging.page() == 0 || !items.isEmpty());
        long total = counted ? paging.offset() + items.size() : table.countUpTo10001(ticketId);
        return new PageOf<>(
                items,
                paging.page(),
                paging.size(),
                Math.min(total, PageOf.COUNTED),
                total > PageOf.COUNTED,
                rows.isLast()
                        ? null
                        : String.valueOf(items.get(items.size() - 1).id()));
    }

    private ScrollPosition from(long ticketId, Paging paging) {
        if (paging.after() == null) {
            // An offset names the last row before the page.
            return paging.offset() == 0 ? ScrollPosition.offset() : ScrollPosition.offset(paging.offset() - 1L);
        }
        return last(ticketId, paging.after());
    }

    private KeysetScrollPosition last(long ticketId, String cursor) {
        try {
            return table.findByIdAndTicketId(Long.parseLong(cursor), ticketId)
                    .map(TicketCommentRow::place)
                    .orElseThrow(() -> new InvalidInput("after", "cursor-unreadable"));
        } catch (NumberFormatException noNumber) {
            throw new InvalidInput("after", "cursor-unreadable");
        }
    }

    private static Sort order(@Nullable String sort) {
        return switch (sort == null ? "created_at" : sort) {
            case "created_at", "created_at,asc" -> OLDEST_FIRST;
            case "created_at,desc" -> OLDEST_FIRST.descending();
            default -> throw new InvalidInput("sort", "unknown-sort", "created_at");
        };
    }
}
