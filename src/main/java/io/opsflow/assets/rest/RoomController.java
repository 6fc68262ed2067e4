package io.opsflow.assets.rest;

import io.opsflow.assets.AssetChange;
import io.opsflow.assets.AssetFilter;
import io.opsflow.assets.AssetKind;
import io.opsflow.assets.BulkEdit;
import io.opsflow.assets.BulkEdits;
import io.opsflow.assets.BulkResult;
import io.opsflow.assets.Changes;
import io.opsflow.assets.Impact;
import io.opsflow.assets.Impacts;
import io.opsflow.assets.RoomDetails;
import io.opsflow.assets.RoomFacts;
import io.opsflow.assets.Rooms;
import io.opsflow.assets.Why;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/rooms")
@Tag(name = "Rooms", description = "Machine rooms (机房).")
class RoomController {

    private final Rooms rooms;
    private final Impacts impacts;
    private final BulkEdits bulk;

    RoomController(Rooms rooms, Impacts impacts, BulkEdits bulk) {
        this.rooms = rooms;
        this.impacts = impacts;
        this.bulk = bulk;
    }

    @GetMapping
    @Filters(AssetKind.ROOM)
    @Operation(summary = "Lists machine rooms")
    PageOf<RoomDetails> find(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size,
            @Parameter(description = "A field, then `,asc` or `,desc`")
                    @RequestParam(name = "sort", required = false)
                    @Nullable
                    String sort,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        return rooms.find(AssetFilter.of(parameters), new Paging(page, size, sort, after));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Records a machine room")
    ResponseEntity<RoomDetails> add(@RequestBody RoomFacts facts) {
        RoomDetails added = rooms.add(facts);
        return ResponseEntity.created(URI.create("/api/v1/rooms/" + added.id())).body(added);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Shows a machine room")
    RoomDetails get(@PathVariable("id") long id) {
        return rooms.get(id);
    }

    @PatchMapping
    @Operation(
            summary = "Changes many machine rooms in the same way",
            description =
                    "Which ones: `ids`, or `filter` with the parameters of the list; up to a thousand. Each is changed"
                            + " by its own rules; what one refuses keeps none of the others. `versions` (by id) guard"
                            + " against overwriting.")
    BulkResult editRooms(@RequestBody BulkEdit edit, Locale locale) {
        return bulk.apply(AssetKind.ROOM, edit, locale);
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Changes a machine room; fields that are absent stay, null empties a field",
            description = "With `version`, nothing is overwritten that somebody else has changed since. `reason` and"
                    + " `ticket` go into the change log.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = RoomFacts.class)))
    RoomDetails edit(@PathVariable("id") long id, @RequestBody Map<String, @Nullable Object> changes) {
        return rooms.edit(id, Changes.of(changes));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Strikes a machine room off the record, unless something hangs on it")
    void delete(
            @PathVariable("id") long id,
            @RequestParam(name = "reason", required = false) @Nullable String reason,
            @RequestParam(name = "ticket", required = false) @Nullable String ticket) {
        rooms.delete(id, new Why(reason, ticket));
    }

    @GetMapping("/{id}/changes")
    @Operation(summary = "Lists what has happened to a machine room, the newest first")
    PageOf<AssetChange> changes(
            @PathVariable("id") long id,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size,
            @RequestParam(name = "sort", required = false) @Nullable String sort,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        return rooms.changes(id, new Paging(page, size, sort, after));
    }

    @GetMapping("/{id}/impact")
    @Operation(summary = "What would happen if a machine room died now: what depends on it, and what it depends on")
    Impact impact(@PathVariable("id") long id) {
        return impacts.of(AssetKind.ROOM, id);
    }
}
