package io.opsflow.assets;

import io.opsflow.kernel.Validation;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads servers as they are shown: with the names of where they stand, and what their own fields hold. */
@Component
class ServerReader {

    private final EntityManager entities;
    private final Validation validation;

    ServerReader(EntityManager entities, Validation validation) {
        this.entities = entities;
        this.validation = validation;
    }

    List<CustomFieldFacts> customFields() {
        return entities.createQuery("from FieldRow f order by f.name", FieldRow.class)
                .getResultStream()
                .map(FieldRow::facts)
                .toList();
    }

    ServerRules rules() {
        return new ServerRules(validation, customFields());
    }

    ServerDetails details(Server server) {
        return Objects.requireNonNull(details(List.of(server)).get(server));
    }

    /** The same for many at once, in one statement more, however many they are. */
    Map<Server, ServerDetails> details(Collection<Server> servers) {
        Map<Long, Place> places = places(
                servers.stream().map(Server::rackId).filter(Objects::nonNull).collect(Collectors.toSet()));
        return servers.stream().collect(Collectors.toMap(server -> server, server -> {
            Place place = Optional.ofNullable(server.rackId()).map(places::get).orElse(null);
            return details(server, server.facts(), place);
        }));
    }

    private static ServerDetails details(Server server, ServerFacts facts, @Nullable Place place) {
        return new ServerDetails(
                server.id(),
                server.version(),
                facts,
                place == null ? null : place.rack(),
                place == null ? null : place.roomId(),
                place == null ? null : place.room(),
                server.createdAt(),
                server.updatedAt());
    }

    private Map<Long, Place> places(Collection<Long> racks) {
        if (racks.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select r.id, r.facts.name, o.id, o.facts.name from Rack r join Room o on o.id = r.facts.roomId"
                                + " where r.id in (:racks)",
                        Object[].class)
                .setParameter("racks", racks)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> (Long) row[0], row -> new Place((String) row[1], (Long) row[2], (String) row[3])));
    }

    /** Where a server stands, in words. */
    private record Place(String rack, long roomId, String room) {}
}
