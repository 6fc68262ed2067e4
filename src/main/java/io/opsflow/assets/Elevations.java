package io.opsflow.assets;

import io.opsflow.kernel.NotFound;
import io.opsflow.platform.OpsFlowSettings;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Racks as one sees them standing in front of them, or behind, and what would still fit into them. */
@Service
@PreAuthorize("hasAuthority('assets.view')")
public class Elevations {

    /** More places than anybody looks through. */
    private static final int PLACES = 1_000;

    private final AssetTable table;
    private final RackUnits units;
    private final EntityManager entities;
    private final RackDrawing drawing;
    private final OpsFlowSettings settings;
    private final Clock clock;

    Elevations(
            AssetTable table,
            RackUnits units,
            EntityManager entities,
            RackDrawing drawing,
            OpsFlowSettings settings,
            Clock clock) {
        this.table = table;
        this.units = units;
        this.entities = entities;
        this.drawing = drawing;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A rack from one side.
     *
     * @throws NotFound there is none
     */
    @Transactional(readOnly = true)
    public Elevation of(long rackId, Face side) {
        Rack rack = table.get(Rack.class, rackId);
        return all(List.of(rack), side).get(0);
    }

    /**
     * The racks of a room from one side, as they stand: row by row.
     *
     * @throws NotFound there is no such room
     */
    @Transactional(readOnly = true)
    public List<Elevation> ofRoom(long roomId, Face side) {
        table.get(Room.class, roomId);
        return all(racks(roomId), side);
    }

    /**
     * The same drawn, as SVG.
     *
     * @throws NotFound there is none
     */
    @Transactional(readOnly = true)
    public String svg(long rackId, Face side, Locale locale) {
        return drawing.svg(of(rackId, side), RackLook.byStatus(), locale);
    }

    /**
     * The racks of a room drawn side by side, as SVG.
     *
     * @throws NotFound there is no such room
     */
    @Transactional(readOnly = true)
    public String svgOfRoom(long roomId, Face side, Locale locale) {
        return drawing.svg(ofRoom(roomId, side), RackLook.byStatus(), locale);
    }

    /** An elevation drawn as somebody wants to see it, as SVG. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public String svg(Elevation elevation, RackLook look, Locale locale) {
        return drawing.svg(elevation, look, locale);
    }

    /** Where something would fit: racks in use, by name, and in each the lowest places that do not overlap. */
    @Transactional(readOnly = true)
    public List<FreeSpace> free(WantedSpace wanted) {
        Face face = wanted.face() == null ? Face.BOTH : wanted.face();
        List<Rack> racks = racks(wanted.roomId()).stream()
                .filter(rack -> rack.facts().status() == PlaceStatus.ACTIVE)
                .toList();
        Map<Long, RackSpace> spaces = units.of(racks.stream().map(Asset::id).toList());
        return racks.stream()
                .flatMap(rack -> Stream.ofNullable(spaces.get(rack.id()))
                        .flatMap(space -> space.free(wanted.heightU(), wanted.powerW(), face).stream()
                                .map(u -> new FreeSpace(
                                        rack.id(),
                                        rack.facts().name(),
                                        rack.facts().roomId(),
                                        u,
                                        face,
                                        space.powerLimitW() == null ? null : space.powerLimitW() - space.usedW()))))
                .limit(PLACES)
                .toList();
    }

    private List<Rack> racks(@Nullable Long roomId) {
        var query = entities.createQuery(
                "from Rack r" + (roomId == null ? "" : " where r.facts.roomId = :room")
                        + " order by r.facts.row, r.facts.position, r.facts.name, r.id",
                Rack.class);
        if (roomId != null) {
            query.setParameter("room", roomId);
        }
        return query.getResultList();
    }

    /** Four statements, however many racks they are. */
    private List<Elevation> all(List<Rack> racks, Face side) {
        List<Long> ids = racks.stream().map(Asset::id).toList();
        Map<Long, RackSpace> spaces = units.of(ids);
        Map<Long, Room> rooms = table.all(
                Room.class, racks.stream().map(rack -> rack.facts().roomId()).collect(Collectors.toSet()));
        Map<Long, List<Elevation.Slot>> slots = slots(ids);
        return racks.stream()
                .map(rack -> {
                    RackSpace space = Objects.requireNonNull(spaces.get(rack.id()));
                    Room room = Objects.requireNonNull(rooms.get(rack.facts().roomId()));
                    return new Elevation(
                            rack.id(),
                            rack.facts().name(),
                            room.id(),
                            room.facts().name(),
                            side,
                            rack.facts().heightU(),
                            space.usedU(),
                            space.usedW(),
                            rack.facts().powerLimitW(),
                            slots.getOrDefault(rack.id(), List.of()).stream()
                                    .sorted(Comparator.comparing(Elevation.Slot::positionU))
                                    .toList());
                })
                .map(rack -> rack.seenFrom(side))
                .toList();
    }

    private Map<Long, List<Elevation.Slot>> slots(Collection<Long> racks) {
        Map<Long, List<Elevation.Slot>> slots = new HashMap<>();
        if (racks.isEmpty()) {
            return slots;
        }
        entities.createQuery(
                        "select s.rackId, s.id, s.assetNumber, s.positionU, s.heightU, s.face, s.status, s.vendor,"
                                + " s.model, s.role, s.owner, s.powerW from Server s where s.rackId in (:racks)",
                        Object[].class)
                .setParameter("racks", racks)
                .getResultStream()
                .forEach(row -> slots.computeIfAbsent((Long) row[0], id -> new ArrayList<>())
                        .add(server(row)));
        entities.createQuery(
                        "from ReservationRow r where r.rackId in (:racks) and (r.until is null or r.until >= :today)",
                        ReservationRow.class)
                .setParameter("racks", racks)
                .setParameter("today", settings.today(clock))
                .getResultStream()
                .map(ReservationRow::shown)
                .forEach(reservation -> slots.computeIfAbsent(reservation.rackId(), id -> new ArrayList<>())
                        .add(reserved(reservation)));
        return slots;
    }

    private static Elevation.Slot server(Object[] row) {
        String model = Stream.of(row[7], row[8])
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
        return new Elevation.Slot(
                Occupant.Kind.SERVER,
                (Long) row[1],
                (String) row[2],
                (Integer) row[3],
                (Integer) row[4],
                (Face) row[5],
                (ServerStatus) row[6],
                model.isEmpty() ? null : model,
                (String) row[9],
                (String) row[10],
                (Integer) row[11],
                null);
    }

    private static Elevation.Slot reserved(Reservation reservation) {
        ReservationFacts facts = reservation.facts();
        return new Elevation.Slot(
                Occupant.Kind.RESERVATION,
                reservation.id(),
                facts.owner(),
                facts.positionU(),
                facts.heightU(),
                facts.face(),
                null,
                facts.reason(),
                null,
                facts.owner(),
                facts.powerW(),
                facts.until());
    }
}
