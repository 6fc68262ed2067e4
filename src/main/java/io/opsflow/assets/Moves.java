package io.opsflow.assets;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.Validation;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Servers from one place to another. What nobody depends on moves at once; what is in use moves by a process, and stands
 * where it stood until that is confirmed. Its new place is kept for it meanwhile.
 */
@Service
public class Moves {

    private final AssetTable table;
    private final MoveTable moves;
    private final Servers servers;
    private final ServerReader reader;
    private final RackUnits units;
    private final MoveFlow flow;
    private final Validation validation;
    private final Clock clock;

    Moves(
            AssetTable table,
            MoveTable moves,
            Servers servers,
            ServerReader reader,
            RackUnits units,
            MoveFlow flow,
            Validation validation,
            Clock clock) {
        this.table = table;
        this.moves = moves;
        this.servers = servers;
        this.reader = reader;
        this.units = units;
        this.flow = flow;
        this.validation = validation;
        this.clock = clock;
    }

    /**
     * Moves a server, or begins the process that does.
     *
     * @throws io.opsflow.kernel.NotFound there is no such server
     * @throws InvalidInput  a field cannot be accepted, the place is outside the rack, or the server stands there
     * @throws UnitsTaken    something else stands there, or is to
     * @throws PowerExceeded the rack would draw more than it may
     * @throws MoveUnderWay  it is on its way already
     */
    @PreAuthorize("hasAuthority('assets.manage')")
    @Transactional
    @Audited("server.move")
    public MoveOutcome request(long serverId, MoveOrder order) {
        Server server = table.locked(Server.class, serverId);
        validation.checked(order);
        ServerFacts facts = server.facts();
        AuditTrail.object(AssetKind.SERVER.code(), facts.assetNumber());
        moves.openOf(serverId).ifPresent(open -> {
            throw new MoveUnderWay(facts.assetNumber(), open.key());
        });
        Face face = order.face() != null ? order.face() : facts.face() != null ? facts.face() : Face.BOTH;
        Placement target = new Placement(order.rackId(), order.positionU(), facts.heightU(), face);
        if (facts.placement().filter(target::equals).isPresent()) {
            throw new InvalidInput("position_u", "stands-there");
        }
        if (!facts.status().isInUse()) {
            return new MoveOutcome(servers.edit(serverId, placed(target, order.reason())), null);
        }
        if (order.reason() == null) {
            throw new InvalidInput("reason", "required");
        }
        return new MoveOutcome(reader.details(server), begin(server, facts, target, order.reason()));
    }

    private static Changes placed(Placement target, @Nullable String reason) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("rack_id", target.rackId());
        fields.put("position_u", target.positionU());
        fields.put("face", target.face().code());
        return new Changes(fields, null, new Why(reason, null));
    }

    private MoveDetails begin(Server server, ServerFacts facts, Placement target, String reason) {
        Optional<Placement> stands = facts.placement();
        boolean sameRack =
                stands.filter(place -> place.rackId() == target.rackId()).isPresent();
        Integer draws = sameRack ? null : facts.powerW();
        Predicate<Occupant> self = occupant -> occupant.is(Occupant.Kind.SERVER, server.id());
        RackSpace space = units.lock(target.rackId());
        space.objection(target, facts.powerW(), self).ifPresent(objection -> {
            throw objection;
        });
        Rack rack = table.get(Rack.class, target.rackId());
        Room room = table.get(Room.class, rack.facts().roomId());
        String requester = Actor.current().name();
        Move move = new Move(
                server.id(),
                facts.assetNumber(),
                from(server),
                room.facts().name() + " · " + rack.facts().name() + " · U" + target.positionU(),
                target,
                reason,
                requester,
                clock.instant());
        moves.save(move);
        ReservationRow kept = new ReservationRow(
                target.rackId(),
                new ReservationFacts(
                        target.positionU(),
                        target.heightU(),
                        target.face(),
                        draws,
                        facts.assetNumber(),
                        null,
                        move.key().toString()),
                move.key().number(),
                clock.instant());
        moves.save(kept);
        units.keep(target, kept.id(), stands.orElse(null));
        move.awaitedAt(kept.id());
        flow.start(move.key(), requester, room.facts().owner());
        return move.details();
    }

    private String from(Server server) {
        ServerDetails details = reader.details(server);
        return details.rack() == null
                ? "—"
                : details.room() + " · " + details.rack() + " · U"
                        + details.facts().positionU();
    }

    /**
     * One move.
     *
     * @throws io.opsflow.kernel.NotFound there is none
     */
    @PreAuthorize("hasAuthority('assets.view')")
    @Transactional(readOnly = true)
    public MoveDetails get(MoveKey key) {
        return moves.get(key).details();
    }

    /** The way that a server is on, if it is on one. */
    @PreAuthorize("hasAuthority('assets.view')")
    @Transactional(readOnly = true)
    public Optional<MoveDetails> open(long serverId) {
        return moves.openOf(serverId).map(Move::details);
    }

    /** The servers on their way out of racks, or into them. */
    @PreAuthorize("hasAuthority('assets.view')")
    @Transactional(readOnly = true)
    public List<MoveDetails> openAt(Collection<Long> racks) {
        return racks.isEmpty()
                ? List.of()
                : moves.openAt(racks).stream().map(Move::details).toList();
    }

    /**
     * The server stands at its new place. The process does that when the move is confirmed; no person can.
     *
     * @throws UnitsTaken the server has become higher meanwhile, and does not fit
     */
    @PreAuthorize("authentication.name == T(io.opsflow.kernel.Actor).SYSTEM")
    @Transactional
    @Audited("server.moved")
    public void arrive(MoveKey key) {
        Move move = moves.get(key);
        table.locked(Server.class, move.serverId());
        units.lock(move.target().rackId());
        moves.release(move);
        servers.arrive(move.serverId(), placed(move.target(), move.reason()), key);
    }
}
