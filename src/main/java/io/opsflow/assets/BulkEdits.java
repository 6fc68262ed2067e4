package io.opsflow.assets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.DomainError;
import io.opsflow.kernel.Fault;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Texts;
import io.opsflow.longwork.LongWork;
import io.opsflow.longwork.LongWorks;
import io.opsflow.longwork.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The same change of many servers, racks or rooms. Each object is changed by its own rules, in a transaction and with an entry in
 * its change log and in the audit of its own: what one of them refuses is told, and keeps none of the others.
 */
@Service
public class BulkEdits {

    private static final String KIND = "assets.bulk";
    private static final int MOST = 10_000;
    private static final int MOST_AT_ONCE = 1_000;
    private static final int TOLD = 1_000;

    /** What tells an object from others, or where it stands, is not the same for many. */
    private static final Map<AssetKind, Set<String>> FIELDS = Map.of(
            AssetKind.SERVER,
            Set.of(
                    "vendor",
                    "model",
                    "role",
                    "owner",
                    "service",
                    "power_w",
                    "os",
                    "cpu",
                    "memory_gb",
                    "disks",
                    "purchased_on",
                    "warranty_until",
                    "lease_until",
                    "status"),
            AssetKind.RACK,
            Set.of("row", "power_limit_w", "lease_until", "status", "owner", "notes"),
            AssetKind.ROOM,
            Set.of("status", "contact", "phone", "cooling", "notes"));

    private final Servers servers;
    private final Racks racks;
    private final Rooms rooms;
    private final LongWorks works;
    private final Texts texts;
    private final ObjectMapper json;

    BulkEdits(Servers servers, Racks racks, Rooms rooms, LongWorks works, Texts texts, ObjectMapper json) {
        this.servers = servers;
        this.racks = racks;
        this.rooms = rooms;
        this.works = works;
        this.texts = texts;
        this.json = json;
    }

    /**
     * Changes them while the caller waits.
     *
     * @throws InvalidInput a field is none that may be set for many, or there are too many objects to wait for
     */
    @PreAuthorize("hasAuthority('assets.manage')")
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public BulkResult apply(AssetKind kind, BulkEdit edit, Locale language) {
        return changed(kind, edit, demandFew(concerned(kind, edit), MOST_AT_ONCE), language, Progress.NONE);
    }

    /**
     * Begins to change them; {@link #run} tells how it fares.
     *
     * @return the name of the work
     * @throws InvalidInput a field is none that may be set for many, or there are too many objects
     */
    @PreAuthorize("hasAuthority('assets.manage')")
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public String begin(AssetKind kind, BulkEdit edit, Locale language) {
        List<Long> ids = demandFew(concerned(kind, edit), MOST);
        LongWork work =
                works.begin(KIND, "{}", language, progress -> written(changed(kind, edit, ids, language, progress)));
        return work.id();
    }

    /**
     * How a change of many fares.
     *
     * @throws NotFound there is none, or it is somebody else's
     */
    @PreAuthorize("hasAuthority('assets.manage')")
    @Transactional(readOnly = true)
    public BulkRun run(String id) {
        return works.find(id)
                .filter(any -> any.kind().equals(KIND)
                        && any.person().equals(Actor.current().name()))
                .map(this::shown)
                .orElseThrow(() -> new NotFound(id));
    }

    /** The change of many that the caller has begun last. */
    @PreAuthorize("hasAuthority('assets.manage')")
    @Transactional(readOnly = true)
    public Optional<BulkRun> latest() {
        return works.latest(KIND, Actor.current().name()).map(this::shown);
    }

    private BulkRun shown(LongWork work) {
        return new BulkRun(
                work.id(),
                work.phase(),
                work.done(),
                work.total(),
                read(work.result()),
                work.problem(),
                work.begunAt());
    }

    private List<Long> concerned(AssetKind kind, BulkEdit edit) {
        if ((edit.ids() == null) == (edit.filter() == null)) {
            throw new InvalidInput("ids", "ids-or-filter");
        }
        Set<String> known = FIELDS.getOrDefault(kind, Set.of());
        Map<String, @Nullable Object> fields = Objects.requireNonNull(edit.fields());
        List<FieldError> unknown = fields.keySet().stream()
                .filter(field -> !known.contains(field))
                .map(field -> new FieldError(
                        field, "not-for-many", List.of(known.stream().sorted().toList())))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidInput(unknown);
        }
        if (fields.isEmpty() && !edit.changesTags()) {
            throw new InvalidInput("fields", "required");
        }
        if (edit.changesTags() && kind != AssetKind.SERVER) {
            throw new InvalidInput(
                    "add_tags", "not-for-many", known.stream().sorted().toList());
        }
        return edit.ids() != null ? edit.ids() : filtered(kind, AssetFilter.of(Objects.requireNonNull(edit.filter())));
    }

    private List<Long> filtered(AssetKind kind, AssetFilter filter) {
        List<Long> ids = new ArrayList<>();
        String after = null;
        do {
            Paging paging = new Paging(0, Paging.MAX_SIZE, "id,asc", after);
            PageOf<Long> page =
                    switch (kind) {
                        case SERVER -> servers.find(filter, paging).map(ServerDetails::id);
                        case RACK -> racks.find(filter, paging).map(RackDetails::id);
                        case ROOM -> rooms.find(filter, paging).map(RoomDetails::id);
                    };
            ids.addAll(page.items());
            after = page.next();
        } while (after != null && ids.size() <= MOST);
        return ids;
    }

    private static List<Long> demandFew(List<Long> ids, int most) {
        if (ids.size() > most) {
            throw new InvalidInput("ids", "too-many", most);
        }
        return ids;
    }

    private BulkResult changed(AssetKind kind, BulkEdit edit, List<Long> ids, Locale language, Progress progress) {
        int changed = 0;
        List<BulkResult.ObjectError> errors = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < ids.size(); i++) {
            progress.at(i, ids.size());
            try {
                changed += isChanged(kind, ids.get(i), edit) ? 1 : 0;
            } catch (RuntimeException e) {
                String reason = reason(e, language);
                refused++;
                if (errors.size() < TOLD) {
                    errors.add(new BulkResult.ObjectError(ids.get(i), name(kind, ids.get(i)), reason));
                }
            }
        }
        progress.at(ids.size(), ids.size());
        return new BulkResult(changed, ids.size() - changed - refused, refused, errors);
    }

    /** Somebody else's change of one object stops no change of the others. */
    private String reason(RuntimeException refused, Locale language) {
        if (refused instanceof DomainError known) {
            return texts.of(language, known);
        }
        if (Fault.isConflict(refused)) {
            return texts.get(language, "error.changed-meanwhile");
        }
        throw refused;
    }

    private boolean isChanged(AssetKind kind, long id, BulkEdit edit) {
        Why why = new Why(edit.reason(), edit.ticket());
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(Objects.requireNonNull(edit.fields()));
        Integer version = Objects.requireNonNull(edit.versions()).get(id);
        if (kind == AssetKind.ROOM) {
            int before = rooms.get(id).version();
            return rooms.edit(id, new Changes(fields, version, why)).version() != before;
        }
        if (kind == AssetKind.RACK) {
            int before = racks.get(id).version();
            return racks.edit(id, new Changes(fields, version, why)).version() != before;
        }
        ServerDetails before = servers.get(id);
        if (edit.changesTags()) {
            Set<String> tags = new TreeSet<>(before.facts().tags());
            tags.addAll(Objects.requireNonNull(edit.addTags()));
            tags.removeAll(Objects.requireNonNull(edit.removeTags()));
            fields.put("tags", List.copyOf(tags));
        }
        // Tags were computed from what was read just now.
        Integer read = version == null && edit.changesTags() ? Integer.valueOf(before.version()) : version;
        return servers.edit(id, new Changes(fields, read, why)).version() != before.version();
    }

    private String name(AssetKind kind, long id) {
        AssetFilter one = AssetFilter.everything().with("id", String.valueOf(id));
        PageOf<String> names =
                switch (kind) {
                    case SERVER ->
                        servers.find(one, Paging.first(1))
                                .map(server -> server.facts().assetNumber());
                    case RACK ->
                        racks.find(one, Paging.first(1))
                                .map(rack -> rack.facts().name());
                    case ROOM ->
                        rooms.find(one, Paging.first(1))
                                .map(room -> room.facts().name());
                };
        return names.items().isEmpty() ? String.valueOf(id) : names.items().get(0);
    }

    private String written(BulkResult result) {
        try {
            return json.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // plain values
        }
    }

    private @Nullable BulkResult read(@Nullable String result) {
        try {
            return result == null ? null : json.readValue(result, BulkResult.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // what written() wrote
        }
    }
}
