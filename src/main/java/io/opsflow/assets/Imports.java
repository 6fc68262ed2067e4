package io.opsflow.assets;

import io.opsflow.kernel.DomainError;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.Texts;
import io.opsflow.kernel.Validation;
import io.opsflow.workflow.People;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How rows become objects, and objects rows. */
@Component
class Imports {

    private final AssetTable table;
    private final FactFields fields;
    private final ServerReader reader;
    private final RackUnits units;
    private final MoveTable moves;
    private final ChangeLog log;
    private final EntityManager entities;
    private final People people;
    private final Validation validation;
    private final Texts texts;
    private final Clock clock;

    Imports(
            AssetTable table,
            FactFields fields,
            ServerReader reader,
            RackUnits units,
            MoveTable moves,
            ChangeLog log,
            EntityManager entities,
            People people,
            Validation validation,
            Texts texts,
            Clock clock) {
        this.table = table;
        this.fields = fields;
        this.reader = reader;
        this.units = units;
        this.moves = moves;
        this.log = log;
        this.entities = entities;
        this.people = people;
        this.validation = validation;
        this.texts = texts;
        this.clock = clock;
    }

    RowImport of(ImportOrder order) {
        return switch (order.kind()) {
            case ROOM -> new RoomRows(order);
            case RACK -> new RackRows(order);
            case SERVER ->
                new ServerImport(
                        texts,
                        order.language(),
                        reader.rules(),
                        new Whereabouts(entities),
                        fields,
                        units,
                        moves,
                        log,
                        entities,
                        clock);
        };
    }

    /**
     * What looks at the same rows first, and holds the servers among them until the transaction ends: everybody who changes a
     * server holds it first and then its rack, and so must a file, or an edit and an import wait for each other.
     */
    RowImport holder(ImportOrder order) {
        return new RowImport(texts, order.language()) {
            @Override
            void take(List<Row> some) {
                if (order.kind() == AssetKind.SERVER) {
                    ServerImport.hold(some, entities);
                }
            }
        };
    }

    Map<String, @Nullable Object> fields(RoomDetails room) {
        return fields.of(room.facts());
    }

    Map<String, @Nullable Object> fields(RackDetails rack) {
        Map<String, @Nullable Object> row = fields.of(rack.facts());
        row.put("room", code(rack.facts().roomId()));
        return row;
    }

    Map<String, @Nullable Object> fields(ServerDetails server) {
        Map<String, @Nullable Object> row = fields.of(server.facts());
        row.put("room", server.roomId() == null ? null : code(server.roomId()));
        row.put("rack", server.rack());
        server.facts().custom().forEach((name, value) -> row.put("custom." + name, value));
        return row;
    }

    private String code(long room) {
        return table.get(Room.class, room).facts().code();
    }

    /** Without what is not said: an empty cell of a field that is never empty leaves it as it is. */
    static Map<String, @Nullable Object> said(Map<String, @Nullable Object> fields, String... neverEmpty) {
        Map<String, @Nullable Object> said = new HashMap<>(fields);
        for (String field : neverEmpty) {
            if (said.get(field) == null) {
                said.remove(field);
            }
        }
        return said;
    }

    /** What is in the database already is not looked at again with every row that follows. */
    private void forget() {
        entities.flush();
        entities.clear();
    }

    /** Rooms are few: one after the other. */
    private final class RoomRows extends RowImport {

        RoomRows(ImportOrder order) {
            super(texts, order.language());
        }

        @Override
        void take(List<Row> some) {
            some.forEach(this::take);
            forget();
        }

        private void take(Row row) {
            String code = row.text("code");
            Optional<Room> known =
                    code == null ? Optional.empty() : table.other(Room.class, "codeKey", Names.key(code), null, null);
            Map<String, @Nullable Object> told = said(row.fields(), "status", "name");
            FactFields.Reading<RoomFacts> reading = known.isPresent()
                    ? fields.with(known.get().facts(), told, RoomFacts.class)
                    : fields.read(told, RoomFacts.class);
            if (reading.error() != null) {
                refuse(row.number(), List.of(reading.error()));
                return;
            }
            RoomFacts facts = Objects.requireNonNull(reading.facts());
            List<FieldError> errors = validation.errors(facts);
            if (facts.owner() != null && people.find(facts.owner()).isEmpty()) {
                errors.add(new FieldError("owner", "no-such-person", List.of(facts.owner())));
            }
            if (!errors.isEmpty()) {
                refuse(row.number(), errors);
            } else if (known.isEmpty()) {
                Room room = table.save(new Room(facts, clock.instant()));
                log.recorded(AssetKind.ROOM, room, facts, "import");
                created();
            } else if (!facts.equals(known.get().facts())) {
                RoomFacts before = known.get().facts();
                known.get().state(facts, clock.instant());
                table.flush();
                log.changed(AssetKind.ROOM, known.get(), before, facts, "import", Why.unsaid());
                updated();
            }
        }
    }

    /** Racks are few: one after the other. */
    private final class RackRows extends RowImport {

        private final Whereabouts places = new Whereabouts(entities);

        RackRows(ImportOrder order) {
            super(texts, order.language());
        }

        @Override
        void take(List<Row> some) {
            some.forEach(this::take);
            forget();
        }

        private void take(Row row) {
            String roomWords = row.text("room");
            Long room = roomWords == null ? null : places.room(roomWords);
            if (room == null) {
                refuse(
                        row.number(),
                        List.of(
                                roomWords == null
                                        ? new FieldError("room", "required", List.of())
                                        : new FieldError("room", "no-such-room", List.of(roomWords))));
                return;
            }
            String name = row.text("name");
            Optional<Rack> known =
                    name == null ? Optional.empty() : table.other(Rack.class, "nameKey", Names.key(name), null, room);
            Map<String, @Nullable Object> told = said(row.fields(), "status", "height_u");
            told.remove("room");
            told.put("room_id", room);
            FactFields.Reading<RackFacts> reading = known.isPresent()
                    ? fields.with(known.get().facts(), told, RackFacts.class)
                    : fields.read(told, RackFacts.class);
            if (reading.error() != null) {
                refuse(row.number(), List.of(reading.error()));
                return;
            }
            RackFacts facts = Objects.requireNonNull(reading.facts());
            List<FieldError> errors = Racks.errors(validation, facts);
            if (!errors.isEmpty()) {
                refuse(row.number(), errors);
            } else if (known.isEmpty()) {
                Rack rack = table.save(new Rack(facts, clock.instant()));
                log.recorded(AssetKind.RACK, rack, facts, "import");
                created();
            } else {
                change(row, known.get(), facts);
            }
        }

        private void change(Row row, Rack rack, RackFacts facts) {
            RackFacts before = rack.facts();
            if (facts.equals(before)) {
                return;
            }
            Optional<DomainError> objection = Racks.objection(facts, units.lock(rack.id()));
            if (objection.isPresent()) {
                String field = objection.get() instanceof PowerExceeded ? "power_limit_w" : "height_u";
                refuse(row.number(), field, objection.get());
                return;
            }
            rack.state(facts, clock.instant());
            table.flush();
            log.changed(AssetKind.RACK, rack, before, facts, "import", Why.unsaid());
            updated();
        }
    }
}
