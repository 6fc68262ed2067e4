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
import io.opsflow.assets.RackDetails;
import io.opsflow.assets.RackFacts;
import io.opsflow.assets.Racks;
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
@RequestMapping("/api/v1/racks")
@Tag(name = "Racks", description = "Racks (机柜) in machine rooms.")
class RackController {

    private final Racks racks;
    private final Impacts impacts;
    private final BulkEdits bulk;

    RackController(Racks racks, Impacts impacts, BulkEdits bulk) {
        this.racks = racks;
        this.impacts = impacts;
        this.bulk = bulk;
    }

    @GetMapping
    @Filters(AssetKind.RACK)
    @Operation(summary = "Lists racks")
    PageOf<RackDetails> find(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size,
            @Parameter(description = "A field, then `,asc` or `,desc`")
                    @RequestParam(name = "sort", required = false)
                    @Nullable
                    String sort,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        return racks.find(AssetFilter.of(parameters), new Paging(page, size, sort, after));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Records a rack")
    ResponseEntity<RackDetails> add(@RequestBody RackFacts facts) {
        RackDetails added = racks.add(facts);
        return ResponseEntity.created(URI.create("/api/v1/racks/" + added.id())).body(added);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Shows a rack")
    RackDetails get(@PathVariable("id") long id) {
        return racks.get(id);
    }

    @PatchMapping
    @Operation(
            summary = "Changes many racks in the same way",
            description =
                    "Which ones: `ids`, or `filter` with the parameters of the list; up to a thousand. Each is changed"
                            + " by its own rules; what one refuses keeps none of the others. `versions` (by id) guard"
                            + " against overwriting.")
    BulkResult editMany(@RequestBody BulkEdit edit, Locale locale) {
        return bulk.apply(AssetKind.RACK, edit, locale);
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Changes a rack; fields that are absent stay, null empties a field",
            description = "With `version`, nothing is overwritten that somebody else has changed since. `reason` and"
                    + " `ticket` go into the change log.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = RackFacts.class)))
    RackDetails edit(@PathVariable("id") long id, @RequestBody Map<String, @Nullable Object> changes) {
        return racks.edit(id, Changes.of(changes));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Strikes a rack off the record, unless something hangs on it")
    void delete(
            @PathVariable("id") long id,
            @RequestParam(name = "reason", required = false) @Nullable String reason,
            @RequestParam(name = "ticket", required = false) @Nullable String ticket) {
        racks.delete(id, new Why(reason, ticket));
    }

    @GetMapping("/{id}/changes")
    @Operation(summary = "Lists what has happened to a rack, the newest first")
    PageOf<AssetChange> changes(
            @PathVariable("id") long id,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size,
            @RequestParam(name = "sort", required = false) @Nullable String sort,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        return racks.changes(id, new Paging(page, size, sort, after));
    }

    @GetMapping("/{id}/impact")
    @Operation(summary = "What would happen if a rack died now: what depends on it, and what it depends on")
    Impact impact(@PathVariable("id") long id) {
        return impacts.of(AssetKind.RACK, id);
    }
}
