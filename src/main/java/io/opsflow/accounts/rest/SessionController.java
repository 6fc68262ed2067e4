package io.opsflow.accounts.rest;

import io.opsflow.accounts.MySessions;
import io.opsflow.accounts.SessionDetails;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@Tag(name = "Sessions", description = "Where the caller is signed in at the screens.")
class SessionController {

    private final MySessions sessions;

    SessionController(MySessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping
    @Operation(summary = "Lists the caller's sessions, the last used first")
    PageOf<SessionDetails> mine(
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size) {
        return PageOf.cut(sessions.mine(), new Paging(page, size, null, null));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends one of the caller's sessions")
    void end(@PathVariable("id") String id) {
        sessions.end(id);
    }
}
