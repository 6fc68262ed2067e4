package io.opsflow.accounts.rest;

import io.opsflow.accounts.AddGroup;
import io.opsflow.accounts.EditGroup;
import io.opsflow.accounts.GroupDetails;
import io.opsflow.accounts.Groups;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.workflow.Person;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
@RequestMapping("/api/v1/groups")
@Tag(name = "Groups", description = "To whom tasks are offered together.")
class GroupController {

    private final Groups groups;

    GroupController(Groups groups) {
        this.groups = groups;
    }

    @GetMapping
    @Operation(summary = "Lists the groups")
    PageOf<GroupDetails> list(
            @Parameter(description = "What code or name contains") @RequestParam(name = "q", required = false) @Nullable
                    String q,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size,
            @Parameter(description = "code, name or members, then `,asc` or `,desc`")
                    @RequestParam(name = "sort", required = false)
                    @Nullable
                    String sort) {
        return groups.find(q, new Paging(page, size, sort, null));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Adds a group")
    ResponseEntity<GroupDetails> add(@RequestBody AddGroup request) {
        GroupDetails added = groups.add(request);
        return ResponseEntity.created(URI.create("/api/v1/groups/" + added.code()))
                .body(added);
    }

    @GetMapping("/{code}")
    @Operation(summary = "Shows a group")
    GroupDetails details(@PathVariable("code") String code) {
        return groups.details(code);
    }

    @GetMapping("/{code}/members")
    @Operation(summary = "Lists the people of a group")
    PageOf<Person> members(
            @PathVariable("code") String code,
            @Parameter(description = "What user name or name contains")
                    @RequestParam(name = "q", required = false)
                    @Nullable
                    String q,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size) {
        return groups.members(code, q, new Paging(page, size, null, null));
    }

    @PatchMapping("/{code}")
    @Operation(summary = "Changes a group: name, roles, who joins and who leaves")
    GroupDetails edit(@PathVariable("code") String code, @RequestBody EditGroup request) {
        return groups.edit(code, request);
    }

    @DeleteMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes a group that no process names")
    void delete(@PathVariable("code") String code) {
        groups.delete(code);
    }
}
