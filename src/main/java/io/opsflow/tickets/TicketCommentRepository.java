package io.opsflow.tickets;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

/** The table of comments. */
interface TicketCommentRepository extends Repository<TicketCommentRow, Long> {

    TicketCommentRow save(TicketCommentRow row);

    Page<TicketCommentRow> findByTicketIdOrderByCreatedAtAscIdAsc(long ticketId, Pageable page);
}
