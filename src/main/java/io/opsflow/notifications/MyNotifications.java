package io.opsflow.notifications;

import io.opsflow.kernel.Actor;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import java.util.List;
import java.util.Locale;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the acting person was told. Nobody reads or changes what others were told. */
@Service
@PreAuthorize("isAuthenticated()")
public class MyNotifications {

    private static final Sort NEWEST_FIRST = Sort.by("createdAt", "id").descending();

    private final NotificationRepository table;
    private final Notifications notifications;

    MyNotifications(NotificationRepository table, Notifications notifications) {
        this.table = table;
        this.notifications = notifications;
    }

    /** One page, the newest first: all of them, or the unread ones alone. */
    @Transactional(readOnly = true)
    public PageOf<NotificationDetails> page(boolean unreadOnly, Paging paging, Locale locale) {
        if (paging.sort() != null && !paging.sort().equals("created_at,desc")) {
            throw new InvalidInput("sort", "unknown-sort", "created_at,desc");
        }
        String me = Actor.current().name();
        Limit limit = Limit.of(paging.size());
        ScrollPosition from = from(me, paging);
        Window<NotificationRow> rows = unreadOnly
                ? table.findByRecipientAndUnreadTrue(me, from, limit, NEWEST_FIRST)
                : table.findByRecipient(me, from, limit, NEWEST_FIRST);
        List<NotificationDetails> items = rows.stream()
                .map(row -> row.details(notifications.sentence(row, locale)))
                .toList();
        boolean counted = rows.isLast() && paging.after() == null && (paging.page() == 0 || !items.isEmpty());
        long total = counted
                ? paging.offset() + items.size()
                : unreadOnly ? table.countUnreadUpTo10001(me) : table.countUpTo10001(me);
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

    private ScrollPosition from(String me, Paging paging) {
        if (paging.after() == null) {
            // An offset names the last row before the page.
            return paging.offset() == 0 ? ScrollPosition.offset() : ScrollPosition.offset(paging.offset() - 1L);
        }
        try {
            return table.findByIdAndRecipient(Long.parseLong(paging.after()), me)
                    .map(NotificationRow::place)
                    .orElseThrow(() -> new InvalidInput("after", "cursor-unreadable"));
        } catch (NumberFormatException noNumber) {
            throw new InvalidInput("after", "cursor-unreadable");
        }
    }

    /** How many are unread, counted up to {@link PageOf#COUNTED} and one more. */
    @Transactional(readOnly = true)
    public long unread() {
        return table.countUnreadUpTo10001(Actor.current().name());
    }

    /**
     * One has read it; marking it again changes nothing.
     *
     * @throws NotFound one was told no such thing
     */
    @Transactional
    public void markRead(long id) {
        table.findByIdAndRecipient(id, Actor.current().name())
                .orElseThrow(() -> new NotFound(id))
                .read();
    }

    /** One has read all of them. */
    @Transactional
    public void markAllRead() {
        table.markAllRead(Actor.current().name());
    }
}
