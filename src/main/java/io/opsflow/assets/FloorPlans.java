package io.opsflow.assets;

import io.opsflow.kernel.NotFound;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Machine rooms from above: where racks stand, and how full they are. */
@Service
@PreAuthorize("hasAuthority('assets.view')")
public class FloorPlans {

    private static final String RACKS = "from Rack r where r.facts.roomId = :room"
            + " order by case when r.facts.row is null then 1 else 0 end, r.facts.row,"
            + " case when r.facts.position is null then 1 else 0 end, r.facts.position, r.facts.name, r.id";

    private final AssetTable table;
    private final RackUnits units;
    private final EntityManager entities;
    private final FloorDrawing drawing;

    FloorPlans(AssetTable table, RackUnits units, EntityManager entities, FloorDrawing drawing) {
        this.table = table;
        this.units = units;
        this.entities = entities;
        this.drawing = drawing;
    }

    /**
     * A room's racks, row by row.
     *
     * @throws NotFound there is no such room
     */
    @Transactional(readOnly = true)
    public FloorPlan of(long roomId) {
        Room room = table.get(Room.class, roomId);
        List<Rack> racks = entities.createQuery(RACKS, Rack.class)
                .setParameter("room", roomId)
                .getResultList();
        Map<Long, RackSpace> spaces = units.of(racks.stream().map(Asset::id).toList());
        Map<String, List<FloorPlan.Tile>> rows = new LinkedHashMap<>();
        for (Rack rack : racks) {
            String row = Objects.requireNonNullElse(rack.facts().row(), "");
            List<FloorPlan.Tile> tiles = rows.computeIfAbsent(row, name -> new ArrayList<>());
            int free = tiles.isEmpty() ? 1 : tiles.get(tiles.size() - 1).position() + 1;
            Integer told = rack.facts().position();
            tiles.add(tile(
                    rack, Objects.requireNonNull(spaces.get(rack.id())), told == null ? free : Math.max(free, told)));
        }
        return new FloorPlan(
                roomId,
                room.facts().name(),
                rows.entrySet().stream()
                        .map(row -> new FloorPlan.Row(row.getKey().isEmpty() ? null : row.getKey(), row.getValue()))
                        .toList());
    }

    private static FloorPlan.Tile tile(Rack rack, RackSpace space, int position) {
        return new FloorPlan.Tile(
                rack.id(),
                rack.facts().name(),
                position,
                rack.facts().status(),
                rack.facts().heightU(),
                space.usedU(),
                rack.facts().powerLimitW(),
                space.usedW());
    }

    /** The same drawn, as SVG. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public String svg(FloorPlan plan, Locale locale) {
        return drawing.svg(plan, locale);
    }
}
