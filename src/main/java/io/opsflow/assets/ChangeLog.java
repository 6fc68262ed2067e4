package io.opsflow.assets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opsflow.audit.AuditTrail;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.workflow.People;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * What has happened to each object, in its own words: fields, reason, ticket. The audit has an entry besides, and
 * reminders follow.
 */
@Component
class ChangeLog {

    private static final TypeReference<List<FieldChange>> CHANGES = new TypeReference<>() {};

    private final EntityManager entities;
    private final FactFields fields;
    private final ReminderWatch reminders;
    private final PlaceNames places;
    private final People people;
    private final ObjectMapper json;
    private final Clock clock;

    ChangeLog(
            EntityManager entities,
            FactFields fields,
            ReminderWatch reminders,
            PlaceNames places,
            People people,
            ObjectMapper json,
            Clock clock) {
        this.entities = entities;
        this.fields = fields;
        this.reminders = reminders;
        this.places = places;
        this.people = people;
        this.json = json;
        this.clock = clock;
    }

    /** The object is new. */
    void added(AssetKind kind, Asset asset, String name, Object facts, String action) {
        recorded(kind, asset, facts, action);
        AuditTrail.changed(kind.code(), name, null, fields.of(facts));
    }

    /** The same as one of many that the audit has one entry for. */
    void recorded(AssetKind kind, Asset asset, Object facts, String action) {
        List<FieldChange> first = fields.of(facts).entrySet().stream()
                .filter(field -> !isEmpty(field.getValue()))
                .map(field -> new FieldChange(field.getKey(), null, field.getValue()))
                .toList();
        write(kind, asset.id(), asset.version(), action, first, Why.unsaid());
    }

    /** The object is different; nothing is written when it is not. */
    void edited(AssetKind kind, Asset asset, String name, Object before, Object after, String action, Why why) {
        AuditTrail.changed(kind.code(), name, fields.of(before), fields.of(after));
        changed(kind, asset, before, after, action, why);
    }

    /** The same as one of many that the audit has one entry for. */
    void changed(AssetKind kind, Asset asset, Object before, Object after, String action, Why why) {
        List<FieldChange> changes = fields.difference(before, after);
        if (!changes.isEmpty()) {
            write(kind, asset.id(), asset.version(), action, changes, why);
            reminders.changed(kind, asset.id(), before, after);
        }
    }

    /** The object is no more. */
    void deleted(AssetKind kind, Asset asset, String name, Object facts, Why why) {
        List<FieldChange> last = fields.of(facts).entrySet().stream()
                .filter(field -> !isEmpty(field.getValue()))
                .map(field -> new FieldChange(field.getKey(), field.getValue(), null))
                .toList();
        write(kind, asset.id(), asset.version(), "delete", last, why);
        AuditTrail.changed(kind.code(), name, fields.of(facts), null);
        reminders.deleted(kind, asset.id());
    }

    /** Something happened that changes no field of the object. */
    void told(AssetKind kind, long id, int version, String action, List<FieldChange> changes, Why why) {
        write(kind, id, version, action, changes, why);
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    private void write(AssetKind kind, long id, int version, String action, List<FieldChange> changes, Why why) {
        try {
            entities.persist(new ChangeRow(
                    kind,
                    id,
                    version,
                    action,
                    Actor.current(),
                    json.writeValueAsString(changes),
                    why,
                    clock.instant(),
                    MDC.get("traceId")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // plain values
        }
    }

    /** One page, the newest first. */
    PageOf<AssetChange> page(AssetKind kind, long id, Paging paging) {
        if (paging.sort() != null && !paging.sort().equals("created_at,desc")) {
            throw new InvalidInput("sort", "unknown-sort", "created_at,desc");
        }
        List<ChangeRow> rows = entities.createQuery(
                        "from ChangeRow c where c.kind = :kind and c.objectId = :id and c.id < :before order by c.id"
                                + " desc",
                        ChangeRow.class)
                .setParameter("kind", kind.code())
                .setParameter("id", id)
                .setParameter("before", before(paging))
                .setFirstResult(paging.after() == null ? paging.offset() : 0)
                .setMaxResults(paging.size() + 1)
                .getResultList();
        List<ChangeRow> page = rows.subList(0, Math.min(rows.size(), paging.size()));
        long total = entities.createQuery(
                        "select count(*) from ChangeRow c where c.kind = :kind and c.objectId = :id", Long.class)
                .setParameter("kind", kind.code())
                .setParameter("id", id)
                .getSingleResult();
        if (total == 0 && entities.find(type(kind), id) == null) {
            throw new NotFound(id);
        }
        Map<String, String> names =
                people.namesOf(page.stream().flatMap(ChangeRow::people).collect(Collectors.toSet()));
        List<List<FieldChange>> changes =
                places.named(page.stream().map(row -> read(row.fields())).toList());
        return new PageOf<>(
                IntStream.range(0, page.size())
                        .mapToObj(i -> page.get(i).shown(names, changes.get(i)))
                        .toList(),
                paging.page(),
                paging.size(),
                Math.min(total, PageOf.COUNTED),
                total > PageOf.COUNTED,
                rows.size() == page.size()
                        ? null
                        : String.valueOf(page.get(page.size() - 1).id()));
    }

    private static Class<? extends Asset> type(AssetKind kind) {
        return switch (kind) {
            case ROOM -> Room.class;
            case RACK -> Rack.class;
            case SERVER -> Server.class;
        };
    }

    private static long before(Paging paging) {
        try {
            return paging.after() == null ? Long.MAX_VALUE : Long.parseLong(paging.after());
        } catch (NumberFormatException noNumber) {
            throw new InvalidInput("after", "cursor-unreadable");
        }
    }

    private List<FieldChange> read(String changes) {
        try {
            return json.readValue(changes, CHANGES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // what write() wrote
        }
    }
}
