package io.opsflow.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
        identity.setAuthentication(username, groups.of(username));
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }
}
