package io.opsflow.tickets;

import java.util.List;
import org.springframework.data.repository.Repository;

/** The table of log lines: they are added and read, nothing else. */
interface TicketLogRepository extends Repository<TicketLogRow, Long> {

    void save(TicketLogRow row);

    boolean existsByTicketIdAndActor(long ticketId, String actor);

    List<TicketLogRow> findByTicketIdOrderByStep(long ticketId);
}
