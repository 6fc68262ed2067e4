package io.opsflow.tickets;

import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The table of comments. */
interface TicketCommentRepository extends Repository<TicketCommentRow, Long> {

    TicketCommentRow save(TicketCommentRow row);

    Window<TicketCommentRow> findByTicketId(long ticketId, ScrollPosition from, Limit limit, Sort order);

    Optional<TicketCommentRow> findByIdAndTicketId(long id, long ticketId);

    /** How many there are, and at most one more than what lists count. */
    @Query(
            value = "select count(*) from (select id from ticket_comment where ticket_id = :ticketId limit 10001)"
                    + " counted",
            nativeQuery = true)
    long countUpTo10001(long ticketId);

    @Query("select c.id from TicketCommentRow c where c.ticketId = :ticketId order by c.createdAt desc, c.id desc")
    Optional<Long> newest(long ticketId, Limit one);
}
