package io.opsflow.assets;

import io.opsflow.audit.Audited;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.StaleVersion;
import io.opsflow.kernel.Validation;
import io.opsflow.workflow.People;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that can be done with machine rooms. */
@Service
public class Rooms {

    private final AssetTable table;
    private final AssetSearch search;
    private final FactFields fields;
    private final ChangeLog log;
    private final EntityManager entities;
    private final People people;
    private final Validation validation;
    private final Clock clock;

    Rooms(
            AssetTable table,
            AssetSearch search,
            FactFields fields,
            ChangeLog log,
            EntityManager entities,
            People people,
            Validation validation,
            Clock clock) {
        this.table = table;
        this.search = search;
        this.fields = fields;
        this.log = log;
        this.entities = entities;
        this.people = people;
        this.validation = validation;
        this.clock = clock;
    }

    /** The rooms that a filter lets through, page by page. */
    @PreAuthorize("hasAuthority('assets.view')")
    @Transactional(readOnly = true)
    public PageOf<RoomDetails> find(AssetFilter filter, Paging paging) {
        PageOf<Room> page = search.page(Room.class, ListFields.ROOMS, filter, paging, "name,asc");
        Map<Long, Long> racks = racks(page.items().stream().map(Asset::id).toList());
        return page.map(room -> details(room, racks.getOrDefault(room.id(), 0L)));
    }

    /**
     * One room.
     *
     * @throws io.opsflow.kernel.NotFound there is none
     */
    @PreAuthorize("hasAuthority('assets.view')")
    @Transactional(readOnly = true)
    public RoomDetails get(long id) {
        return details(table.get(Room.class, id));
    }

    /**
     * Records a room.
     *
     * @throws InvalidInput    a field cannot be accepted
     * @throws AlreadyRecorded another room has the code
     */
    @PreAuthorize("hasAuthority('assets.manage')")
    @Transactional
    @Audited("room.add")
    public RoomDetails add(RoomFacts facts) {
        check(facts, null);
        Room room = table.save(new Room(facts, clock.instant()));
        log.added(AssetKind.ROOM, room, facts.code(), facts, "add");
        return details(room, 0);
    }

    /**
     * Changes a room.
     *
     * @throws io.opsflow.kernel.NotFound there is none
     * @throws InvalidInput    a field cannot be accepted
     * @throws AlreadyRecorded another room has the code
     * @throws StaleVersion    somebody else has changed it since it was read
     */
    @PreAuthorize("hasAuthority('assets.manage')")
    @Transactional
    @Audited("room.edit")
    public RoomDetails edit(long id, Changes changes) {
        Room room = table.locked(Room.class, id);
        RoomFacts before = room.facts();
        RoomFacts after = fields.with(before, changes.fields(), RoomFacts.class).orThrow();
        if (changes.version() != null && changes.version() != room.version()) {
            throw new StaleVersion(before.name(), fields.of(details(room)), fields.of(after));
        }
        check(after, id);
        if (!after.equals(before)) {
            room.state(after, clock.instant());
            table.flush();
        }
        log.edited(AssetKind.ROOM, room, after.code(), before, after, "edit", changes.why());
        return details(room);
    }

    /**
     * Strikes a room off the record.
     *
     * @throws io.opsflow.kernel.NotFound there is none
     * @throws AssetInUse racks stand in it
     */
    @PreAuthorize("hasAuthority('assets.manage')")
    @Transactional
    @Audited("room.delete")
    public void delete(long id, Why why) {
        Room room = table.locked(Room.class, id);
        table.hanging("Rack", "facts.name", "facts.roomId", id)
                .refuseIfAny(room.facts().name());
        log.deleted(AssetKind.ROOM, room, room.facts().code(), room.facts(), why);
        table.delete(room);
    }

    /**
     * What has happened to a room, the newest first; also when it is no more.
     *
     * @throws io.opsflow.kernel.NotFound there never was one
     */
    @PreAuthorize("hasAuthority('assets.view')")
    @Transactional(readOnly = true)
    public PageOf<AssetChange> changes(long id, Paging paging) {
        return log.page(AssetKind.ROOM, id, paging);
    }

    private void check(RoomFacts facts, @Nullable Long self) {
        validation.checked(facts);
        if (facts.owner() != null && people.find(facts.owner()).isEmpty()) {
            throw new InvalidInput("owner", "no-such-person", facts.owner());
        }
        table.other(Room.class, "codeKey", Names.key(facts.code()), self, null).ifPresent(other -> {
            throw new AlreadyRecorded("code", facts.code(), other.facts().name());
        });
    }

    private RoomDetails details(Room room) {
        return details(room, racks(List.of(room.id())).getOrDefault(room.id(), 0L));
    }

    private static RoomDetails details(Room room, long racks) {
        return new RoomDetails(room.id(), room.version(), room.facts(), racks, room.createdAt(), room.updatedAt());
    }

    private Map<Long, Long> racks(Collection<Long> rooms) {
        return entities.createQuery(
                        "select r.facts.roomId, count(*) from Rack r where r.facts.roomId in (:rooms)"
                                + " group by r.facts.roomId",
                        Tuple.class)
                .setParameter("rooms", rooms)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.get(0, Long.class), row -> row.get(1, Long.class)));
    }
}
