package io.opsflow.accounts.rest;

import io.opsflow.accounts.AddRole;
import io.opsflow.accounts.EditRole;
import io.opsflow.accounts.PermissionDetails;
import io.opsflow.accounts.ResetRole;
import io.opsflow.accounts.RoleBundles;
import io.opsflow.accounts.RoleDetails;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Locale;
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
@RequestMapping("/api/v1")
@Tag(name = "Roles", description = "Bundles of permissions.")
class RoleController {

    private final RoleBundles roles;

    RoleController(RoleBundles roles) {
        this.roles = roles;
    }

    @GetMapping("/permissions")
    @Operation(summary = "Lists everything that a role can allow")
    PageOf<PermissionDetails> permissions(
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size,
            Locale locale) {
        return PageOf.cut(roles.permissions(locale), new Paging(page, size, null, null));
    }

    @GetMapping("/roles")
    @Operation(summary = "Lists the roles, the built-in ones first")
    PageOf<RoleDetails> list(
            @Parameter(description = "What code or name contains") @RequestParam(name = "q", required = false) @Nullable
                    String q,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size) {
        return roles.find(q, new Paging(page, size, null, null));
    }

    @PostMapping("/roles")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Adds a role")
    ResponseEntity<RoleDetails> add(@RequestBody AddRole request) {
        RoleDetails added = roles.add(request);
        return ResponseEntity.created(URI.create("/api/v1/roles/" + added.code()))
                .body(added);
    }

    @GetMapping("/roles/{code}")
    @Operation(summary = "Shows a role")
    RoleDetails details(@PathVariable("code") String code) {
        return roles.details(code);
    }

    @PatchMapping("/roles/{code}")
    @Operation(summary = "Changes a role: its name and what it allows")
    RoleDetails edit(@PathVariable("code") String code, @RequestBody EditRole request) {
        return roles.edit(code, request);
    }

    @PostMapping("/roles/{code}/reset")
    @Operation(summary = "Lets a built-in role allow again what it allowed when it came")
    RoleDetails reset(@PathVariable("code") String code, @RequestBody ResetRole request) {
        return roles.reset(code, request);
    }

    @DeleteMapping("/roles/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes a role of one's own that no process names")
    void delete(@PathVariable("code") String code) {
        roles.delete(code);
    }
}
