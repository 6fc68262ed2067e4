package io.opsflow.assets.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.assets.Elevation;
import io.opsflow.assets.MoveDetails;
import io.opsflow.assets.Occupant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the browser knows of racks beside their drawing: what it says of a server, and what is in a server's way. */
final class RackFeatures {

    private final Map<Long, MoveDetails> moves;

    RackFeatures(List<MoveDetails> moves) {
        this.moves = moves.stream().collect(Collectors.toMap(MoveDetails::serverId, Function.identity()));
    }

    /** A rack; its limit is what may be drawn from it. */
    record Rack(long id, String name, int height, @Nullable Integer limit, List<Slot> slots) {}

    /** What stands there: {@code w} is what it draws, {@code still} why it is not to be moved. */
    record Slot(
            String kind,
            long id,
            String name,
            int u,
            int h,
            String face,
            int w,
            String still,
            List<List<String>> facts) {}

    List<Rack> of(List<Elevation> racks) {
        return racks.stream()
                .map(rack -> new Rack(
                        rack.rackId(),
                        rack.rack(),
                        rack.heightU(),
                        rack.powerLimitW(),
                        rack.slots().stream().map(slot -> slot(rack, slot)).toList()))
                .toList();
    }

    private Slot slot(Elevation rack, Elevation.Slot slot) {
        MoveDetails move = slot.kind() == Occupant.Kind.SERVER ? moves.get(slot.id()) : null;
        return new Slot(
                slot.kind().name().toLowerCase(Locale.ROOT),
                slot.id(),
                slot.name(),
                slot.positionU(),
                slot.heightU(),
                slot.face().code(),
                Objects.requireNonNullElse(slot.powerW(), 0),
                move == null
                        ? ""
                        : I18NProvider.translate(
                                "assets.drag.under-way", slot.name(), move.key().toString()),
                facts(rack, slot, move));
    }

    private static List<List<String>> facts(Elevation rack, Elevation.Slot slot, @Nullable MoveDetails move) {
        List<List<String>> facts = new ArrayList<>();
        boolean server = slot.kind() == Occupant.Kind.SERVER;
        add(facts, server ? "model" : "reason", slot.model());
        add(facts, "status", slot.status() == null ? null : AssetWords.word(slot.status()));
        add(facts, "role", slot.role());
        add(facts, "owner", server ? slot.owner() : null);
        add(facts, "power_w", slot.powerW() == null ? null : slot.powerW() + " W");
        add(
                facts,
                "place",
                rack.room() + " · " + rack.rack() + " · U" + slot.positionU()
                        + (slot.heightU() == 1 ? "" : "–U" + slot.topU()) + " · " + AssetWords.word(slot.face()));
        add(facts, "until", slot.until() == null ? null : slot.until().toString());
        add(facts, "move", move == null ? null : move.key() + " → " + move.to());
        return facts;
    }

    private static void add(List<List<String>> facts, String field, @Nullable String value) {
        if (value != null) {
            facts.add(List.of(AssetWords.label(field), value));
        }
    }
}
