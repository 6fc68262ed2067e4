package io.opsflow.assets;

import io.opsflow.kernel.DomainError;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.Texts;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Servers from a file, many at once: what is on record is looked up for a whole batch, racks are held once and remembered
 * for the rest of the file.
 */
final class ServerImport extends RowImport {

    private static final String CUSTOM = "custom.";
    private static final String BY_KEYS =
            "from Server s where s.assetNumberKey in (:keys) or s.serialKey in (:serials) order by s.id";

    private static final String HOLD =
            """
            select id from asset_server where asset_number_key in (:keys) or serial_key in (:serials)
             order by id for update""";

    private final ServerRules rules;
    private final Whereabouts places;
    private final FactFields fields;
    private final RackUnits units;
    private final MoveTable moves;
    private final ChangeLog log;
    private final EntityManager entities;
    private final Clock clock;
    private final Map<Long, RackSpace> spaces = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();

    ServerImport(
            Texts texts,
            Locale language,
            ServerRules rules,
            Whereabouts places,
            FactFields fields,
            RackUnits units,
            MoveTable moves,
            ChangeLog log,
            EntityManager entities,
            Clock clock) {
        super(texts, language);
        this.rules = rules;
        this.places = places;
        this.fields = fields;
        this.units = units;
        this.moves = moves;
        this.log = log;
        this.entities = entities;
        this.clock = clock;
    }

    /** What is on record of the servers of a batch, by what must be one of a kind. */
    private record Known(Map<String, Server> byNumber, Map<String, Server> bySerial, Map<Long, Move> moving) {

        void add(Server server, ServerFacts facts) {
            byNumber.put(Names.key(facts.assetNumber()), server);
            if (facts.serial() != null) {
                bySerial.put(Names.key(facts.serial()), server);
            }
        }
    }

    /** A server that is new or different, until the batch is in the database. */
    private record Change(Server server, @Nullable ServerFacts before, ServerFacts after) {

        boolean moves() {
            return before == null
                    ? after.placement().isPresent()
                    : !after.placement().equals(before.placement());
        }
    }

    @Override
    void take(List<Row> some) {
        Known known = known(some);
        List<Row> located =
                some.stream().map(this::located).flatMap(Optional::stream).toList();
        hold(located, known);
        List<Change> changes = new ArrayList<>();
        located.forEach(row -> take(row, known).ifPresent(changes::add));
        entities.flush();
        settle(changes);
        changes.forEach(change -> {
            if (change.before() == null) {
                log.recorded(AssetKind.SERVER, change.server(), change.after(), "import");
            } else {
                log.changed(AssetKind.SERVER, change.server(), change.before(), change.after(), "import", Why.unsaid());
            }
        });
        entities.flush();
        entities.clear();
    }

    private Known known(List<Row> some) {
        List<Server> there = entities.createQuery(BY_KEYS, Server.class)
                .setParameter("keys", keys(some, "asset_number"))
                .setParameter("serials", keys(some, "serial"))
                // They are held already, but for those that came meanwhile; so they are read as they are now.
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        Map<Long, Move> moving = moves.openOf(there.stream().map(Server::id).toList());
        Known known = new Known(new HashMap<>(), new HashMap<>(), moving);
        there.forEach(server -> known.add(server, server.facts()));
        return known;
    }

    /** Nobody else changes the servers that these rows are about until the transaction ends. */
    static void hold(List<Row> some, EntityManager entities) {
        entities.createNativeQuery(HOLD)
                .setParameter("keys", keys(some, "asset_number"))
                .setParameter("serials", keys(some, "serial"))
                .getResultList();
    }

    private static List<String> keys(List<Row> some, String field) {
        return some.stream()
                .map(row -> row.text(field))
                .flatMap(Stream::ofNullable)
                .map(Names::key)
                .distinct()
                .toList();
    }

    /** The same row with the numbers of room and rack instead of their names. */
    private Optional<Row> located(Row row) {
        Map<String, @Nullable Object> told = Imports.said(row.fields(), "status", "height_u", "face");
        boolean says = told.containsKey("rack");
        String roomWords = (String) told.remove("room");
        String rackWords = (String) told.remove("rack");
        Long room = roomWords == null ? null : places.room(roomWords);
        if (roomWords != null && room == null) {
            refuse(row.number(), List.of(new FieldError("room", "no-such-room", List.of(roomWords))));
            return Optional.empty();
        }
        Long rack = rackWords == null ? null : places.rack(room, rackWords);
        if (rackWords != null && rack == null) {
            refuse(row.number(), List.of(new FieldError("rack", "no-such-rack", List.of(rackWords))));
            return Optional.empty();
        }
        if (says) {
            told.put("rack_id", rack);
        }
        own(told);
        return Optional.of(new Row(row.number(), told));
    }

    /** The columns of its own fields become one. */
    private static void own(Map<String, @Nullable Object> told) {
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        told.entrySet().removeIf(field -> {
            boolean is = field.getKey().startsWith(CUSTOM);
            if (is) {
                Object value = field.getValue();
                own.put(field.getKey().substring(CUSTOM.length()), value);
            }
            return is;
        });
        if (!own.isEmpty()) {
            told.put("custom", own);
        }
    }

    /** Every rack that a row names, or that a server stands in which a row is about. */
    private void hold(List<Row> rows, Known known) {
        List<Long> wanted = Stream.concat(
                        rows.stream()
                                .map(row -> row.fields().get("rack_id"))
                                .filter(Long.class::isInstance)
                                .map(Long.class::cast),
                        known.byNumber().values().stream().map(Server::rackId).filter(Objects::nonNull))
                .filter(rack -> !spaces.containsKey(rack))
                .distinct()
                .toList();
        spaces.putAll(units.lockAll(wanted));
    }

    private Optional<Change> take(Row row, Known known) {
        Server server = found(row, known);
        ServerFacts before = server == null ? null : server.facts();
        FactFields.Reading<ServerFacts> reading = before == null
                ? fields.read(row.fields(), ServerFacts.class)
                : fields.with(before, merged(row, before), ServerFacts.class);
        if (reading.error() != null) {
            refuse(row.number(), List.of(reading.error()));
            return Optional.empty();
        }
        ServerFacts after = Objects.requireNonNull(reading.facts());
        List<FieldError> errors = rules.errors(after);
        if (!errors.isEmpty()) {
            refuse(row.number(), errors);
            return Optional.empty();
        }
        Optional<DomainError> objection = objection(server, before, after, known);
        if (objection.isPresent()) {
            refuse(row.number(), field(objection.get()), objection.get());
            return Optional.empty();
        }
        Integer twice = seen.putIfAbsent(Names.key(after.assetNumber()), row.number());
        if (twice != null) {
            refuse(row.number(), List.of(new FieldError("asset_number", "row-twice", List.of(twice))));
            return Optional.empty();
        }
        return after.equals(before) ? Optional.empty() : Optional.of(change(server, before, after, known));
    }

    /** Own fields that the file lacks stay what they are, as other fields do. */
    private static Map<String, @Nullable Object> merged(Row row, ServerFacts before) {
        Map<String, @Nullable Object> told = new HashMap<>(row.fields());
        if (told.get("custom") instanceof Map<?, ?> own) {
            Map<String, @Nullable Object> all = new HashMap<>(before.custom());
            own.forEach((name, value) -> all.put(String.valueOf(name), value));
            told.put("custom", all);
        }
        return told;
    }

    private static @Nullable Server found(Row row, Known known) {
        String number = row.text("asset_number");
        String serial = row.text("serial");
        if (number != null) {
            return known.byNumber().get(Names.key(number));
        }
        if (serial == null) {
            return null;
        }
        Server server = known.bySerial().get(Names.key(serial));
        if (server != null) {
            row.fields().remove("asset_number"); // an empty cell does not take its number away
        }
        return server;
    }

    private static String field(DomainError objection) {
        return objection instanceof AlreadyRecorded
                ? "serial"
                : objection instanceof PowerExceeded ? "power_w" : "position_u";
    }

    private Optional<DomainError> objection(
            @Nullable Server server, @Nullable ServerFacts before, ServerFacts after, Known known) {
        Server other = after.serial() == null ? null : known.bySerial().get(Names.key(after.serial()));
        if (other != null && other != server) {
            return Optional.of(new AlreadyRecorded("serial", String.valueOf(after.serial()), other.assetNumber()));
        }
        boolean stays = before != null && after.placement().equals(before.placement());
        if (before != null && before.isMovedBy(after)) {
            return Optional.of(new MoveNeeded(before.assetNumber(), before.status()));
        }
        Move open = server == null || stays ? null : known.moving().get(server.id());
        if (open != null) {
            return Optional.of(new MoveUnderWay(after.assetNumber(), open.key()));
        }
        if (before != null && stays && Objects.equals(before.powerW(), after.powerW())) {
            return Optional.empty();
        }
        return after.placement().flatMap(place -> {
            RackSpace space = spaces.get(place.rackId());
            return space == null
                    ? Optional.of(new InvalidInput("rack", "no-such-rack", String.valueOf(place.rackId())))
                    : space.objection(place, after.powerW(), self(server));
        });
    }

    private static Predicate<Occupant> self(@Nullable Server server) {
        return occupant -> server != null && occupant.is(Occupant.Kind.SERVER, server.id());
    }

    private Change change(@Nullable Server server, @Nullable ServerFacts before, ServerFacts after, Known known) {
        Server changed = server;
        if (changed == null) {
            changed = new Server(after, rules.stored(after), clock.instant());
            entities.persist(changed);
            created();
        } else {
            changed.state(after, rules.stored(after), clock.instant());
            updated();
        }
        known.add(changed, after);
        Predicate<Occupant> self = self(changed);
        Optional.ofNullable(before)
                .flatMap(ServerFacts::placement)
                .map(place -> spaces.get(place.rackId()))
                .ifPresent(space -> space.remove(self));
        long id = changed.id();
        after.placement().ifPresent(place -> Objects.requireNonNull(spaces.get(place.rackId()))
                .put(
                        new Occupant(
                                Occupant.Kind.SERVER,
                                id,
                                after.assetNumber(),
                                place.positionU(),
                                place.heightU(),
                                place.face(),
                                after.powerW() == null ? 0 : after.powerW()),
                        self));
        return new Change(changed, before, after);
    }

    /** First everything leaves that leaves, then everything arrives. */
    private void settle(List<Change> changes) {
        Map<Long, Placement> arrive = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change.moves()) {
                if (change.before() != null && change.before().placement().isPresent()) {
                    units.clear(Occupant.Kind.SERVER, change.server().id());
                }
                arrive.remove(change.server().id());
                change.after()
                        .placement()
                        .ifPresent(place -> arrive.put(change.server().id(), place));
            }
        }
        if (!arrive.isEmpty()) {
            units.putAll(arrive, Occupant.Kind.SERVER);
        }
    }
}
