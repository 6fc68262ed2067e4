package io.opsflow.accounts.rest;

import io.opsflow.design.SavedList;
import io.opsflow.design.SavedLists;
import io.opsflow.design.SavedLists.KeptList;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/saved-lists")
@Tag(name = "Saved lists", description = "Filters, order and columns of lists that people keep under a name.")
class SavedListController {

    private final SavedLists lists;

    SavedListController(SavedLists lists) {
        this.lists = lists;
    }

    @GetMapping
    @Operation(summary = "Lists one's own and those that others share")
    PageOf<SavedList> of(
            @Parameter(description = "Which list: `servers`, `racks`, `rooms`") @RequestParam(name = "list")
                    String list,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size) {
        return PageOf.cut(lists.of(list), new Paging(page, size, null, null));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Keeps a list under a name")
    ResponseEntity<SavedList> add(@RequestBody KeptList kept) {
        SavedList added = lists.add(kept);
        return ResponseEntity.created(URI.create("/api/v1/saved-lists?list=" + added.list()))
                .body(added);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Changes one of one's own; the list that it is of stays")
    SavedList edit(@PathVariable("id") String id, @RequestBody KeptList kept) {
        return lists.edit(id, kept);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deletes one of one's own")
    void delete(@PathVariable("id") String id) {
        lists.delete(id);
    }
}
