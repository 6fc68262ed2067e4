package io.opsflow.tickets;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.repository.Repository;

/** The table of tickets. */
interface TicketRepository extends Repository<Ticket, Long>, JpaSpecificationExecutor<Ticket> {

    Ticket save(Ticket ticket);

    Optional<Ticket> findById(long id);

    void flush();
}
