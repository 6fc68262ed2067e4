package io.opsflow.assets;

import io.opsflow.kernel.InvalidInput;
import io.opsflow.platform.OpsFlowSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The units of racks: which are taken, and by what. Whoever changes a rack holds its row until the transaction ends, so
 * that two people see each other's work; should anybody pass that by, the table's key refuses the second.
 */
@Component
class RackUnits {

    private static final int TOGETHER = 200;

    private static final String OCCUPANTS =
            """
            select s.rack_id, 'SERVER' kind, s.id, s.asset_number name, s.position_u, s.height_u, s.face, s.power_w
              from asset_server s where s.rack_id in (:racks)
            union all
            select r.rack_id, 'RESERVATION', r.id, r.owner, r.position_u, r.height_u, r.face, r.power_w
              from asset_reservation r
             where r.rack_id in (:racks) and (r.reserved_until is null or r.reserved_until >= :today)""";

    private final JdbcClient sql;
    private final OpsFlowSettings settings;
    private final Clock clock;

    RackUnits(JdbcTemplate jdbc, OpsFlowSettings settings, Clock clock) {
        this.sql = JdbcClient.create(jdbc);
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The space in a rack, which is nobody else's to change until the transaction ends. Reservations that have run out are
     * gone by then.
     *
     * @throws InvalidInput there is no such rack
     */
    RackSpace lock(long rackId) {
        Map<Long, RackSpace> spaces = lockAll(List.of(rackId));
        if (spaces.isEmpty()) {
            throw new InvalidInput("rack_id", "no-such-rack", String.valueOf(rackId));
        }
        return spaces.values().iterator().next();
    }

    /** The same for several racks; those that do not exist are absent. */
    Map<Long, RackSpace> lockAll(Collection<Long> rackIds) {
        if (rackIds.isEmpty()) {
            return Map.of();
        }
        TreeSet<Long> inOrder = new TreeSet<>(rackIds);
        List<RackSpace> locked = sql.sql("select id, name, height_u, power_limit_w from asset_rack where id in (:racks)"
                        + " order by id for update")
                .param("racks", inOrder)
                .query((row, number) -> empty(row))
                .list();
        forgetExpired(inOrder);
        return filled(locked);
    }

    /** The space in racks as it is now, for looking at it. */
    Map<Long, RackSpace> of(Collection<Long> rackIds) {
        if (rackIds.isEmpty()) {
            return Map.of();
        }
        return filled(
                sql.sql("select id, name, height_u, power_limit_w from asset_rack where id in (:racks) order by id")
                        .param("racks", rackIds)
                        .query((row, number) -> empty(row))
                        .list());
    }

    private Map<Long, RackSpace> filled(List<RackSpace> racks) {
        if (racks.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<Occupant>> occupants = new LinkedHashMap<>();
        racks.forEach(rack -> occupants.put(rack.rackId(), new ArrayList<>()));
        sql.sql(OCCUPANTS)
                .param("racks", occupants.keySet())
                .param("today", settings.today(clock))
                .query((ResultSet row) -> {
                    List<Occupant> inRack = occupants.get(row.getLong("rack_id"));
                    if (inRack != null) {
                        inRack.add(occupant(row));
                    }
                });
        Map<Long, RackSpace> filled = new LinkedHashMap<>();
        racks.forEach(rack -> filled.put(
                rack.rackId(),
                new RackSpace(
                        rack.rackId(),
                        rack.name(),
                        rack.heightU(),
                        rack.powerLimitW(),
                        occupants.getOrDefault(rack.rackId(), List.of()))));
        return filled;
    }

    /** What is put on record stands there. Its other units are free. */
    void put(Placement place, Occupant.Kind kind, long id) {
        clear(kind, id);
        putAll(Map.of(id, place), kind);
    }

    /** The same for several that stood nowhere before. */
    void putAll(Map<Long, Placement> places, Occupant.Kind kind) {
        List<Object[]> rows = new ArrayList<>();
        places.forEach((id, place) -> rows.addAll(rows(place, id, null)));
        insert(rows, kind);
    }

    /** The same for units that a server is awaited at, of which some may be its own. */
    void keep(Placement place, long reservation, @Nullable Placement own) {
        insert(rows(place, reservation, own), Occupant.Kind.RESERVATION);
    }

    private static List<Object[]> rows(Placement place, long id, @Nullable Placement own) {
        List<Object[]> rows = new ArrayList<>();
        place.face().sides().forEach(side -> {
            for (int unit = place.positionU(); unit <= place.topU(); unit++) {
                if (own == null || !own.covers(place.rackId(), side, unit)) {
                    rows.add(new Object[] {place.rackId(), side.code(), unit, id});
                }
            }
        });
        return rows;
    }

    /** Many rows in one statement: a server of two units has four of them. */
    private void insert(List<Object[]> rows, Occupant.Kind kind) {
        for (int from = 0; from < rows.size(); from += TOGETHER) {
            List<Object[]> some = rows.subList(from, Math.min(rows.size(), from + TOGETHER));
            String values = String.join(", ", Collections.nCopies(some.size(), "(?, ?, ?, ?)"));
            sql.sql("insert into asset_rack_unit (rack_id, face, unit, " + column(kind) + ") values " + values)
                    .params(some.stream().flatMap(Arrays::stream).toList())
                    .update();
        }
    }

    /** It stands nowhere. */
    void clear(Occupant.Kind kind, long id) {
        sql.sql("delete from asset_rack_unit where " + column(kind) + " = ?")
                .param(id)
                .update();
    }

    private static String column(Occupant.Kind kind) {
        return kind == Occupant.Kind.SERVER ? "server_id" : "reservation_id";
    }

    private void forgetExpired(Collection<Long> racks) {
        List<Long> expired = sql.sql(
                        "select id from asset_reservation where rack_id in (:racks) and reserved_until < :today")
                .param("racks", racks)
                .param("today", settings.today(clock))
                .query(Long.class)
                .list();
        if (!expired.isEmpty()) {
            sql.sql("delete from asset_rack_unit where reservation_id in (:ids)")
                    .param("ids", expired)
                    .update();
            sql.sql("delete from asset_reservation where id in (:ids)")
                    .param("ids", expired)
                    .update();
        }
    }

    private static RackSpace empty(ResultSet row) throws SQLException {
        return new RackSpace(
                row.getLong("id"),
                row.getString("name"),
                row.getInt("height_u"),
                nullable(row, "power_limit_w"),
                List.of());
    }

    private static Occupant occupant(ResultSet row) throws SQLException {
        Integer power = nullable(row, "power_w");
        return new Occupant(
                Occupant.Kind.valueOf(row.getString("kind")),
                row.getLong("id"),
                row.getString("name"),
                row.getInt("position_u"),
                row.getInt("height_u"),
                Face.of(row.getString("face")),
                power == null ? 0 : power);
    }

    private static @Nullable Integer nullable(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
