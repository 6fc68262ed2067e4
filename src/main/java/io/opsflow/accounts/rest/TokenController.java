package io.opsflow.accounts.rest;

import io.opsflow.accounts.AddApiToken;
import io.opsflow.accounts.ApiTokenDetails;
import io.opsflow.accounts.ApiTokens;
import io.opsflow.accounts.NewApiToken;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tokens")
@Tag(name = "Tokens", description = "Personal tokens, to be given to programs in place of a password.")
class TokenController {

    private final ApiTokens tokens;

    TokenController(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping
    @Operation(summary = "Lists personal tokens, the newest first: the caller's own; for administrators others' too")
    PageOf<ApiTokenDetails> find(
            @Parameter(description = "Whose, for administrators")
                    @RequestParam(name = "username", required = false)
                    @Nullable
                    String username,
            @Parameter(description = "Everybody's, for administrators")
                    @RequestParam(name = "all", defaultValue = "false")
                    boolean all,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size) {
        Paging paging = new Paging(page, size, null, null);
        if (all || username != null) {
            return tokens.find(all ? null : username, paging);
        }
        return PageOf.cut(tokens.mine(), paging);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Makes a personal token",
            description =
                    "`token` stands in this answer and nowhere else. `scopes` are permissions of the caller's own.")
    NewApiToken add(@RequestBody AddApiToken request) {
        return tokens.add(request);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends a personal token; for administrators anybody's")
    void revoke(@PathVariable("id") String id) {
        tokens.revoke(id);
    }
}
