package io.opsflow.accounts.rest;

import io.opsflow.accounts.MySessions;
import io.opsflow.accounts.SessionDetails;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sessions")
@Tag(name = "Sessions", description = "Where people are signed in, at the screens and by programs.")
class SessionController {

    private final MySessions sessions;

    SessionController(MySessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping
    @Operation(summary = "Lists sessions, the last used first: the caller's own; for administrators others' too")
    PageOf<SessionDetails> signIns(
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
        return all || username != null ? sessions.find(all ? null : username, paging) : sessions.mine(paging);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends a session; for administrators anybody's")
    void end(@PathVariable("id") String id) {
        sessions.end(id);
    }
}
