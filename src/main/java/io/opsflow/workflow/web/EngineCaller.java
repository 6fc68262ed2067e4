package io.opsflow.workflow.web;

import io.opsflow.kernel.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine for the time of one call who calls, so that it checks what it has granted. */
class EngineCaller extends OncePerRequestFilter {

    private final IdentityService identity;
    private final EngineGroups groups;

    EngineCaller(IdentityService identity, EngineGroups groups) {
        this.identity = identity;
        this.groups = groups;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Without a caller the engine would check nothing: then this fails, and nothing happens.
        String username = Objects.requireNonNull(request.getRemoteUser(), "somebody is signed in");
        identity.setAuthentication(username, granted(username));
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }

    /** A token that may do less than its owner opens no more here than anywhere else. */
    private List<String> granted(String username) {
        return groups.of(username).stream()
                .filter(group -> !EngineGroups.PERMISSIONS.contains(group) || Actor.may(group))
                .toList();
    }
}
