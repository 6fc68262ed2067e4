package io.opsflow.notifications;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The table of messages. */
interface NotificationRepository extends Repository<NotificationRow, Long> {

    NotificationRow save(NotificationRow row);

    Window<NotificationRow> findByRecipient(String recipient, ScrollPosition from, Limit limit, Sort order);

    Window<NotificationRow> findByRecipientAndUnreadTrue(
            String recipient, ScrollPosition from, Limit limit, Sort order);

    Optional<NotificationRow> findByIdAndRecipient(long id, String recipient);

    /** How many there are, and at most one more than what lists count. */
    @Query(
            value = "select count(*) from (select id from notification where recipient = :recipient limit 10001)"
                    + " counted",
            nativeQuery = true)
    long countUpTo10001(String recipient);

    /** How many are unread, and at most one more than what lists count. */
    @Query(
            value = "select count(*) from (select id from notification where recipient = :recipient and unread = true"
                    + " limit 10001) counted",
            nativeQuery = true)
    long countUnreadUpTo10001(String recipient);

    @Modifying
    @Query("update NotificationRow n set n.unread = false where n.recipient = :recipient and n.unread = true")
    int markAllRead(String recipient);

    /** Forgets some that are older; so many, that others need not wait. */
    @Modifying
    @Query(value = "delete from notification where created_at < :before limit 1000", nativeQuery = true)
    int forget(Instant before);
}
