package io.opsflow.assets;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the racks and rooms are called that change logs know by number; those that are no more have no name. */
@Component
class PlaceNames {

    private static final Map<String, String> TYPES = Map.of("rack_id", "Rack", "room_id", "Room");

    private final EntityManager entities;

    PlaceNames(EntityManager entities) {
        this.entities = entities;
    }

    /** The same changes with names: at most one statement for racks and one for rooms. */
    List<List<FieldChange>> named(List<List<FieldChange>> changes) {
        Map<String, Map<Long, String>> names = new HashMap<>();
        TYPES.forEach((field, type) -> names.put(field, names(type, ids(field, changes))));
        return changes.stream()
                .map(some -> some.stream()
                        .map(change -> change.named(names.getOrDefault(change.field(), Map.of())))
                        .toList())
                .toList();
    }

    private static Set<Long> ids(String field, List<List<FieldChange>> changes) {
        return changes.stream()
                .flatMap(List::stream)
                .filter(change -> change.field().equals(field))
                .flatMap(change -> Stream.of(change.before(), change.after()).filter(Objects::nonNull))
                .filter(Number.class::isInstance)
                .map(id -> ((Number) id).longValue())
                .collect(Collectors.toSet());
    }

    private Map<Long, String> names(String type, Set<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : entities.createQuery(
                                "select a.id, a.facts.name from " + type + " a where a.id in (:ids)", Object[].class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1]));
    }
}
