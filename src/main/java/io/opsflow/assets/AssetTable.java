package io.opsflow.assets;

import io.opsflow.kernel.NotFound;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of rooms, racks and servers. */
@Component
class AssetTable {

    private final EntityManager entities;

    AssetTable(EntityManager entities) {
        this.entities = entities;
    }

    <E extends Asset> E save(E asset) {
        entities.persist(asset);
        entities.flush();
        return asset;
    }

    void flush() {
        entities.flush();
    }

    void delete(Asset asset) {
        entities.remove(asset);
        entities.flush();
    }

    /** @throws NotFound there is none */
    <E extends Asset> E get(Class<E> type, long id) {
        return Optional.ofNullable(entities.find(type, id)).orElseThrow(() -> new NotFound(id));
    }

    <E extends Asset> Optional<E> find(Class<E> type, long id) {
        return Optional.ofNullable(entities.find(type, id));
    }

    /**
     * The asset, which is nobody else's to change until the transaction ends, as it is now.
     *
     * @throws NotFound there is none
     */
    <E extends Asset> E locked(Class<E> type, long id) {
        return lockedIfThere(type, id).orElseThrow(() -> new NotFound(id));
    }

    <E extends Asset> Optional<E> lockedIfThere(Class<E> type, long id) {
        return Optional.ofNullable(entities.find(type, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Of these, the ones that exist. */
    <E extends Asset> Map<Long, E> all(Class<E> type, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery("from " + type.getSimpleName() + " a where a.id in (:ids)", type)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(Asset::id, asset -> asset));
    }

    /** Another asset with a key that must be one of a kind, within a parent if one is given. */
    <E extends Asset> Optional<E> other(
            Class<E> type, String attribute, @Nullable String key, @Nullable Long self, @Nullable Long room) {
        if (key == null) {
            return Optional.empty();
        }
        var query = entities.createQuery(
                        "from " + type.getSimpleName() + " a where a." + attribute + " = :key and a.id <> :self"
                                + (room == null ? "" : " and a.facts.roomId = :room"),
                        type)
                .setParameter("key", key)
                .setParameter("self", self == null ? 0L : self);
        if (room != null) {
            query.setParameter("room", room);
        }
        return query.getResultStream().findFirst();
    }

    /** The names of what hangs on something, the first of them, and how many there are. */
    Hanging hanging(String from, String name, String parent, long id) {
        List<String> some = entities.createQuery(
                        "select a." + name + " from " + from + " a where a." + parent + " = :id order by a." + name,
                        String.class)
                .setParameter("id", id)
                .setMaxResults(Hanging.TOLD)
                .getResultList();
        long count = some.size() < Hanging.TOLD
                ? some.size()
                : entities.createQuery("select count(*) from " + from + " a where a." + parent + " = :id", Long.class)
                        .setParameter("id", id)
                        .getSingleResult();
        return new Hanging(count, some);
    }

    /**
     * What hangs on an asset.
     *
     * @param count how many
     * @param some  the first of them
     */
    record Hanging(long count, List<String> some) {

        static final int TOLD = 20;

        void refuseIfAny(String name) {
            if (count > 0) {
                throw new AssetInUse(name, count, some);
            }
        }
    }
}
