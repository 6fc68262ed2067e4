package io.opsflow.assets;

import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Racks and labels as PDF, to be printed. While they are drawn, no connection to the database is held. */
@Service
@PreAuthorize("hasAuthority('assets.view')")
public class Prints {

    /** More than anybody glues in a day. */
    static final int LABELS = 2_000;

    private final Elevations elevations;
    private final Rooms rooms;
    private final Racks racks;
    private final Servers servers;
    private final LabelAddress address;
    private final PaperWork paperWork;

    Prints(
            Elevations elevations,
            Rooms rooms,
            Racks racks,
            Servers servers,
            LabelAddress address,
            PaperWork paperWork) {
        this.elevations = elevations;
        this.rooms = rooms;
        this.racks = racks;
        this.servers = servers;
        this.address = address;
        this.paperWork = paperWork;
    }

    /**
     * A rack from both sides, on one page.
     *
     * @throws io.opsflow.kernel.NotFound there is none
     */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public byte[] rack(long rackId, Locale locale) {
        return paperWork.elevations(List.of(elevations.of(rackId, Face.BOTH)), locale);
    }

    /**
     * All racks of a room, as they stand, one a page.
     *
     * @throws io.opsflow.kernel.NotFound there is no such room
     */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public byte[] room(long roomId, Locale locale) {
        return paperWork.elevations(elevations.ofRoom(roomId, Face.BOTH), locale);
    }

    /**
     * The labels of the servers, racks or rooms that a filter lets through, by what they are called.
     *
     * @throws InvalidInput there is none, there are too many, or the filter is none
     */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public byte[] labels(AssetKind kind, AssetFilter filter, LabelPaper paper) {
        List<PaperWork.Label> labels = new ArrayList<>();
        String after = null;
        do {
            PageOf<PaperWork.Label> page = labels(kind, filter, after);
            labels.addAll(page.items());
            after = page.next();
            if (labels.size() > LABELS || (after != null && labels.size() == LABELS)) {
                throw new InvalidInput("labels", "too-many", LABELS);
            }
        } while (after != null);
        if (labels.isEmpty()) {
            throw new InvalidInput("labels", "none-chosen");
        }
        return paperWork.labels(labels, paper);
    }

    private PageOf<PaperWork.Label> labels(AssetKind kind, AssetFilter filter, @Nullable String after) {
        Paging paging =
                new Paging(0, Paging.MAX_SIZE, kind == AssetKind.SERVER ? "asset_number,asc" : "name,asc", after);
        return switch (kind) {
            case SERVER -> servers.find(filter, paging).map(this::label);
            case RACK -> racks.find(filter, paging).map(this::label);
            case ROOM -> rooms.find(filter, paging).map(this::label);
        };
    }

    private PaperWork.Label label(ServerDetails server) {
        ServerFacts facts = server.facts();
        return new PaperWork.Label(
                facts.assetNumber(),
                joined(" ", facts.vendor(), facts.model()),
                server.rack() == null ? null : joined(" · ", "U" + facts.positionU(), server.rack(), server.room()),
                address.of(facts.assetNumber()));
    }

    private PaperWork.Label label(RackDetails rack) {
        RackFacts facts = rack.facts();
        return new PaperWork.Label(
                facts.name(),
                rack.room(),
                joined(" · ", facts.row(), facts.heightU() + " U"),
                address.of(AssetKind.RACK, rack.id()));
    }

    private PaperWork.Label label(RoomDetails room) {
        RoomFacts facts = room.facts();
        return new PaperWork.Label(facts.code(), facts.name(), facts.address(), address.of(AssetKind.ROOM, room.id()));
    }

    private static @Nullable String joined(String between, @Nullable String... parts) {
        String all = Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(between));
        return all.isEmpty() ? null : all;
    }
}
