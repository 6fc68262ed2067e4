package io.opsflow.assets;

import io.opsflow.audit.Audited;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.StaleVersion;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that can be done with servers. */
@Service
public class Servers {

    private final AssetTable table;
    private final AssetSearch search;
    private final FactFields fields;
    private final ServerReader reader;
    private final ChangeLog log;
    private final RackUnits units;
    private final MoveTable moves;
    private final Clock clock;

    Servers(
            AssetTable table,
            AssetSearch search,
            FactFields fields,
            ServerReader reader,
            ChangeLog log,
            RackUnits units,
            MoveTable moves,
            Clock clock) {
        this.table = table;
        this.search = search;
        this.fields = fields;
        this.reader = reader;
        this.log = log;
        this.units = units;
        this.moves = moves;
        this.clock = clock;
    }

    /** The servers that a filter lets through, page by page. */
    @PreAuthorize("hasAuthority('assets.view')")
    @Transactional(readOnly = true)
    public PageOf<ServerDetails> find(AssetFilter filter, Paging paging) {
        PageOf<Server> page = search.page(Server.class, ListFields.SERVERS, filter, paging, "asset_number,asc");
        return page.map(reader.details(page.items())::get);
    }

    /**
     * One server.
     *
     * @throws io.opsflow.kernel.NotFound there is none
     */
    @PreAuthorize("hasAuthority('assets.view')")
    @Transactional(readOnly = true)
    public ServerDetails get(long id) {
        return reader.details(table.get(Server.class, id));
    }

    /**
     * The server with an asset number, as its label says it.
     *
     * @throws io.opsflow.kernel.NotFound there is none
     */
    @PreAuthorize("hasAuthority('assets.view')")
    @Transactional(readOnly = true)
    public ServerDetails labelled(String assetNumber) {
        return reader.details(table.other(Server.class, "assetNumberKey", Names.key(assetNumber), null, null)
                .orElseThrow(() -> new NotFound(assetNumber)));
    }

    /**
     * Records a server, where it stands already or not yet.
     *
     * @throws InvalidInput    a field cannot be accepted, or the place is outside the rack
     * @throws AlreadyRecorded another server has the asset number or the serial
     * @throws UnitsTaken      something else stands there, or is to
     * @throws PowerExceeded   the rack would draw more than it may
     */
    @PreAuthorize("hasAuthority('assets.manage')")
    @Transactional
    @Audited("server.add")
    public ServerDetails add(ServerFacts facts) {
        ServerRules rules = check(facts, null);
        Optional<Placement> place = facts.placement();
        place.ifPresent(wanted -> demandFree(wanted, facts.powerW(), occupant -> false));
        Server server = table.save(new Server(facts, rules.stored(facts), clock.instant()));
        place.ifPresent(wanted -> units.put(wanted, Occupant.Kind.SERVER, server.id()));
        log.added(AssetKind.SERVER, server, facts.assetNumber(), facts, "add");
        return reader.details(server);
    }

    /**
     * Changes a server.
     *
     * @throws io.opsflow.kernel.NotFound there is none
     * @throws InvalidInput    a field cannot be accepted, or the place is outside the rack
     * @throws AlreadyRecorded another server has the asset number or the serial
     * @throws UnitsTaken      something else stands there, or is to
     * @throws PowerExceeded   the rack would draw more than it may
     * @throws MoveNeeded      it is in use, and would stand somewhere else
     * @throws MoveUnderWay    it is on its way already
     * @throws StaleVersion    somebody else has changed it since it was read
     */
    @PreAuthorize("hasAuthority('assets.manage')")
    @Transactional
    @Audited("server.edit")
    public ServerDetails edit(long id, Changes changes) {
        Server server = table.locked(Server.class, id);
        ServerFacts before = server.facts();
        ServerFacts after =
                fields.with(before, changes.fields(), ServerFacts.class).orThrow();
        if (changes.version() != null && changes.version() != server.version()) {
            throw new StaleVersion(before.assetNumber(), fields.of(reader.details(server)), fields.of(after));
        }
        ServerRules rules = check(after, id);
        if (before.isMovedBy(after)) {
            throw new MoveNeeded(before.assetNumber(), before.status());
        }
        if (!after.placement().equals(before.placement())) {
            moves.openOf(id).ifPresent(open -> {
                throw new MoveUnderWay(before.assetNumber(), open.key());
            });
        }
        return state(server, rules, before, after, "edit", changes.why());
    }

    /**
     * A server that is in use stands somewhere else: its move is confirmed. The process does that; no person can.
     *
     * @throws UnitsTaken something else stands there, or is to
     */
    @PreAuthorize("authentication.name == T(io.opsflow.kernel.Actor).SYSTEM")
    @Transactional
    @Audited("server.moved")
    public void arrive(long id, Changes place, MoveKey move) {
        Server server = table.locked(Server.class, id);
        ServerFacts before = server.facts();
        ServerFacts after =
                fields.with(before, place.fields(), ServerFacts.class).orThrow();
        state(server, reader.rules(), before, after, "move", new Why(place.why().reason(), move.toString()));
    }

    /** From now on it is this: on record, in its rack, and in its change log. */
    private ServerDetails state(
            Server server, ServerRules rules, ServerFacts before, ServerFacts after, String action, Why why) {
        boolean draws = !Objects.equals(before.powerW(), after.powerW());
        boolean moves = !before.placement().equals(after.placement());
        Predicate<Occupant> self = occupant -> occupant.is(Occupant.Kind.SERVER, server.id());
        if (moves || draws) {
            after.placement().ifPresent(wanted -> demandFree(wanted, after.powerW(), self));
        }
        if (!after.equals(before)) {
            server.state(after, rules.stored(after), clock.instant());
            table.flush();
        }
        if (moves) {
            units.clear(Occupant.Kind.SERVER, server.id());
            after.placement().ifPresent(wanted -> units.put(wanted, Occupant.Kind.SERVER, server.id()));
        }
        log.edited(AssetKind.SERVER, server, after.assetNumber(), before, after, action, why);
        return reader.details(server);
    }

    /**
     * Strikes a server off the record.
     *
     * @throws io.opsflow.kernel.NotFound there is none
     * @throws MoveUnderWay it is on its way
     */
    @PreAuthorize("hasAuthority('assets.manage')")
    @Transactional
    @Audited("server.delete")
    public void delete(long id, Why why) {
        Server server = table.locked(Server.class, id);
        ServerFacts facts = server.facts();
        moves.openOf(id).ifPresent(open -> {
            throw new MoveUnderWay(facts.assetNumber(), open.key());
        });
        units.clear(Occupant.Kind.SERVER, id);
        log.deleted(AssetKind.SERVER, server, facts.assetNumber(), facts, why);
        table.delete(server);
    }

    /**
     * What has happened to a server, the newest first; also when it is no more.
     *
     * @throws io.opsflow.kernel.NotFound there never was one
     */
    @PreAuthorize("hasAuthority('assets.view')")
    @Transactional(readOnly = true)
    public PageOf<AssetChange> changes(long id, Paging paging) {
        return log.page(AssetKind.SERVER, id, paging);
    }

    private void demandFree(Placement wanted, @Nullable Integer powerW, Predicate<Occupant> self) {
        units.lock(wanted.rackId()).objection(wanted, powerW, self).ifPresent(objection -> {
            throw objection;
        });
    }

    private ServerRules check(ServerFacts facts, @Nullable Long self) {
        ServerRules rules = reader.rules();
        var errors = rules.errors(facts);
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        table.other(Server.class, "assetNumberKey", Names.key(facts.assetNumber()), self, null)
                .ifPresent(other -> {
                    throw new AlreadyRecorded("asset_number", facts.assetNumber(), other.assetNumber());
                });
        table.other(Server.class, "serialKey", Names.keyOrNull(facts.serial()), self, null)
                .ifPresent(other -> {
                    throw new AlreadyRecorded("serial", String.valueOf(facts.serial()), other.assetNumber());
                });
        return rules;
    }
}
