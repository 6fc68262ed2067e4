package io.opsflow.assets;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.Validation;
import io.opsflow.platform.OpsFlowSettings;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Units that are kept free for somebody until a day. What has run out is in nobody's way. */
@Service
public class Reservations {

    private static final String KIND = "reservation";
    private static final String OF_RACK = "from ReservationRow r where r.rackId = :rack"
            + " and (r.until is null or r.until >= :today) order by r.positionU, r.id";

    private final AssetTable table;
    private final RackUnits units;
    private final ChangeLog log;
    private final EntityManager entities;
    private final Validation validation;
    private final OpsFlowSettings settings;
    private final Clock clock;

    Reservations(
            AssetTable table,
            RackUnits units,
            ChangeLog log,
            EntityManager entities,
            Validation validation,
            OpsFlowSettings settings,
            Clock clock) {
        this.table = table;
        this.units = units;
        this.log = log;
        this.entities = entities;
        this.validation = validation;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Those of a rack, from the bottom up.
     *
     * @throws NotFound there is no such rack
     */
    @PreAuthorize("hasAuthority('assets.view')")
    @Transactional(readOnly = true)
    public List<Reservation> of(long rackId) {
        table.get(Rack.class, rackId);
        return entities.createQuery(OF_RACK, ReservationRow.class)
                .setParameter("rack", rackId)
                .setParameter("today", settings.today(clock))
                .getResultStream()
                .map(ReservationRow::shown)
                .toList();
    }

    /**
     * Keeps units free.
     *
     * @throws NotFound      there is no such rack
     * @throws InvalidInput  a field cannot be accepted, or the units are outside the rack
     * @throws UnitsTaken    something stands there, or is to
     * @throws PowerExceeded the rack would draw more than it may
     */
    @PreAuthorize("hasAuthority('assets.manage')")
    @Transactional
    @Audited("reservation.add")
    public Reservation add(long rackId, ReservationFacts facts) {
        Rack rack = table.locked(Rack.class, rackId);
        validation.checked(facts);
        if (facts.until() != null && facts.until().isBefore(settings.today(clock))) {
            throw new InvalidInput("until", "day-over");
        }
        if (facts.until() != null && facts.until().getYear() > 2199) {
            throw new InvalidInput(
                    "until", "year-unlikely", String.valueOf(facts.until().getYear()));
        }
        ReservationRow row = new ReservationRow(rackId, facts, null, clock.instant());
        units.lock(rackId)
                .objection(row.placement(), facts.powerW(), occupant -> false)
                .ifPresent(objection -> {
                    throw objection;
                });
        entities.persist(row);
        entities.flush();
        units.put(row.placement(), Occupant.Kind.RESERVATION, row.id());
        log.told(
                AssetKind.RACK,
                rackId,
                rack.version(),
                "reserve",
                List.of(new FieldChange("reservation", null, words(facts))),
                new Why(facts.reason(), null));
        AuditTrail.changed(KIND, row.id(), null, row.shown().facts());
        return row.shown();
    }

    /**
     * Gives units free again.
     *
     * @throws NotFound        there is no such reservation in the rack
     * @throws ReservedForMove a server is on its way there
     */
    @PreAuthorize("hasAuthority('assets.manage')")
    @Transactional
    @Audited("reservation.delete")
    public void delete(long rackId, long id) {
        Rack rack = table.locked(Rack.class, rackId);
        ReservationRow row = Optional.ofNullable(entities.find(ReservationRow.class, id))
                .filter(found -> found.rackId() == rackId)
                .orElseThrow(() -> new NotFound(id));
        ReservationFacts facts = row.shown().facts();
        if (row.isOfMove()) {
            throw new ReservedForMove(facts.owner());
        }
        units.clear(Occupant.Kind.RESERVATION, id);
        entities.remove(row);
        log.told(
                AssetKind.RACK,
                rackId,
                rack.version(),
                "release",
                List.of(new FieldChange("reservation", words(facts), null)),
                Why.unsaid());
        AuditTrail.changed(KIND, id, facts, null);
    }

    private static String words(ReservationFacts facts) {
        return "U" + facts.positionU() + "–U" + (facts.positionU() + facts.heightU() - 1) + " "
                + facts.face().code() + " " + facts.owner() + (facts.until() == null ? "" : " " + facts.until());
    }
}
