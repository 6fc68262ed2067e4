package io.opsflow.assets;

import io.opsflow.kernel.NotFound;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The table of moves, and the units that are kept for servers on their way. */
@Component
class MoveTable {

    private final EntityManager entities;
    private final RackUnits units;

    MoveTable(EntityManager entities, RackUnits units) {
        this.entities = entities;
        this.units = units;
    }

    void save(Object row) {
        entities.persist(row);
        entities.flush();
    }

    Optional<Move> find(MoveKey key) {
        return Optional.ofNullable(entities.find(Move.class, key.number()));
    }

    /** @throws NotFound there is none */
    Move get(MoveKey key) {
        return find(key).orElseThrow(() -> new NotFound(key));
    }

    List<Move> all(Collection<Long> ids) {
        return entities.createQuery("from Move m where m.id in (:ids)", Move.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** The way that a server is on. */
    Optional<Move> openOf(long serverId) {
        return entities.createQuery("from Move m where m.openServerId = :server", Move.class)
                .setParameter("server", serverId)
                .getResultStream()
                .findFirst();
    }

    /** The ways that servers are on, by their numbers. */
    Map<Long, Move> openOf(Collection<Long> servers) {
        return entities.createQuery("from Move m where m.openServerId in (:servers)", Move.class)
                .setParameter("servers", servers)
                .getResultStream()
                .collect(Collectors.toMap(Move::serverId, move -> move));
    }

    /** The ways that lead out of racks, or into them, the oldest first. */
    List<Move> openAt(Collection<Long> racks) {
        return entities.createQuery(
                        "from Move m where m.openServerId is not null and (m.rackId in (:racks) or m.openServerId in"
                                + " (select s.id from Server s where s.rackId in (:racks))) order by m.id",
                        Move.class)
                .setParameter("racks", racks)
                .getResultList();
    }

    /** The units where the server was awaited are nobody's. */
    void release(Move move) {
        Long reservation = move.reservationId();
        ReservationRow row = reservation == null ? null : entities.find(ReservationRow.class, reservation);
        if (row != null) {
            units.clear(Occupant.Kind.RESERVATION, row.id());
            entities.remove(row);
            entities.flush();
        }
    }
}
