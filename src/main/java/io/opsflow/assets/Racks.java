package io.opsflow.assets;

import io.opsflow.audit.Audited;
import io.opsflow.kernel.DomainError;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.StaleVersion;
import io.opsflow.kernel.Validation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that can be done with racks. */
@Service
public class Racks {

    private final AssetTable table;
    private final AssetSearch search;
    private final FactFields fields;
    private final ChangeLog log;
    private final RackUnits units;
    private final Validation validation;
    private final Clock clock;

    Racks(
            AssetTable table,
            AssetSearch search,
            FactFields fields,
            ChangeLog log,
            RackUnits units,
            Validation validation,
            Clock clock) {
        this.table = table;
        this.search = search;
        this.fields = fields;
        this.log = log;
        this.units = units;
        this.validation = validation;
        this.clock = clock;
    }

    /** The racks that a filter lets through, page by page. */
    @PreAuthorize("hasAuthority('assets.view')")
    @Transactional(readOnly = true)
    public PageOf<RackDetails> find(AssetFilter filter, Paging paging) {
        PageOf<Rack> page = search.page(Rack.class, ListFields.RACKS, filter, paging, "name,asc");
        return page.map(details(page.items())::get);
    }

    /**
     * One rack.
     *
     * @throws io.opsflow.kernel.NotFound there is none
     */
    @PreAuthorize("hasAuthority('assets.view')")
    @Transactional(readOnly = true)
    public RackDetails get(long id) {
        return details(table.get(Rack.class, id));
    }

    /**
     * Records a rack.
     *
     * @throws InvalidInput    a field cannot be accepted
     * @throws AlreadyRecorded another rack in the room has the name
     */
    @PreAuthorize("hasAuthority('assets.manage')")
    @Transactional
    @Audited("rack.add")
    public RackDetails add(RackFacts facts) {
        check(facts, null);
        Rack rack = table.save(new Rack(facts, clock.instant()));
        log.added(AssetKind.RACK, rack, facts.name(), facts, "add");
        return details(rack);
    }

    /**
     * Changes a rack.
     *
     * @throws io.opsflow.kernel.NotFound there is none
     * @throws InvalidInput    a field cannot be accepted, or what stands in it would not fit any more
     * @throws AlreadyRecorded another rack in the room has the name
     * @throws PowerExceeded   what stands in it draws more
     * @throws StaleVersion    somebody else has changed it since it was read
     */
    @PreAuthorize("hasAuthority('assets.manage')")
    @Transactional
    @Audited("rack.edit")
    public RackDetails edit(long id, Changes changes) {
        Rack rack = table.locked(Rack.class, id);
        RackFacts before = rack.facts();
        RackFacts after = fields.with(before, changes.fields(), RackFacts.class).orThrow();
        if (changes.version() != null && changes.version() != rack.version()) {
            throw new StaleVersion(before.name(), fields.of(details(rack)), fields.of(after));
        }
        check(after, id);
        if (!after.equals(before)) {
            objection(after, units.lock(id)).ifPresent(objection -> {
                throw objection;
            });
            rack.state(after, clock.instant());
            table.flush();
        }
        log.edited(AssetKind.RACK, rack, after.name(), before, after, "edit", changes.why());
        return details(rack);
    }

    /** Why what stands in a rack would not be allowed to stand there any more; empty when it would. */
    static Optional<DomainError> objection(RackFacts facts, RackSpace space) {
        if (space.highest() > facts.heightU()) {
            return Optional.of(new InvalidInput("height_u", "rack-too-low", space.highest()));
        }
        return facts.powerLimitW() != null && space.usedW() > facts.powerLimitW()
                ? Optional.of(new PowerExceeded(facts.name(), facts.powerLimitW(), space.usedW(), 0))
                : Optional.empty();
    }

    /**
     * Strikes a rack off the record.
     *
     * @throws io.opsflow.kernel.NotFound there is none
     * @throws AssetInUse servers stand in it, or units are reserved
     */
    @PreAuthorize("hasAuthority('assets.manage')")
    @Transactional
    @Audited("rack.delete")
    public void delete(long id, Why why) {
        Rack rack = table.locked(Rack.class, id);
        List<Occupant> there = units.lock(id).occupants();
        if (!there.isEmpty()) {
            throw new AssetInUse(
                    rack.facts().name(),
                    there.size(),
                    there.stream()
                            .limit(AssetTable.Hanging.TOLD)
                            .map(Occupant::name)
                            .toList());
        }
        log.deleted(AssetKind.RACK, rack, rack.facts().name(), rack.facts(), why);
        table.delete(rack);
    }

    /**
     * What has happened to a rack, the newest first; also when it is no more.
     *
     * @throws io.opsflow.kernel.NotFound there never was one
     */
    @PreAuthorize("hasAuthority('assets.view')")
    @Transactional(readOnly = true)
    public PageOf<AssetChange> changes(long id, Paging paging) {
        return log.page(AssetKind.RACK, id, paging);
    }

    /** What is wrong with a rack's fields, if anything. */
    static List<FieldError> errors(Validation validation, RackFacts facts) {
        List<FieldError> errors = new ArrayList<>(validation.errors(facts));
        ServerRules.date("lease_until", facts.leaseUntil(), errors);
        return errors;
    }

    private void check(RackFacts facts, @Nullable Long self) {
        List<FieldError> errors = errors(validation, facts);
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        if (table.lockedIfThere(Room.class, facts.roomId()).isEmpty()) {
            throw new InvalidInput("room_id", "no-such-room", String.valueOf(facts.roomId()));
        }
        table.other(Rack.class, "nameKey", Names.key(facts.name()), self, facts.roomId())
                .ifPresent(other -> {
                    throw new AlreadyRecorded(
                            "name", facts.name(), other.facts().name());
                });
    }

    private RackDetails details(Rack rack) {
        RackDetails details = details(List.of(rack)).get(rack);
        if (details == null) {
            throw new IllegalStateException("rack " + rack.id());
        }
        return details;
    }

    /** Three statements, however many there are: the rooms, the racks' limits, what stands in them. */
    private Map<Rack, RackDetails> details(List<Rack> racks) {
        Map<Long, Room> rooms = table.all(
                Room.class, racks.stream().map(rack -> rack.facts().roomId()).collect(Collectors.toSet()));
        Map<Long, RackSpace> spaces = units.of(racks.stream().map(Asset::id).toList());
        return racks.stream().collect(Collectors.toMap(rack -> rack, rack -> {
            RackSpace space = spaces.get(rack.id());
            Room room = rooms.get(rack.facts().roomId());
            return new RackDetails(
                    rack.id(),
                    rack.version(),
                    rack.facts(),
                    room == null ? "" : room.facts().name(),
                    space == null ? 0 : space.servers(),
                    space == null ? 0 : space.usedU(),
                    space == null ? 0 : space.usedW(),
                    rack.createdAt(),
                    rack.updatedAt());
        }));
    }
}
