package io.opsflow.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signing out in Cockpit, Tasklist or Admin signs out of OpsFlow: otherwise the next click would sign in again. */
class CockpitSignOut extends OncePerRequestFilter {

    private final SecurityContextLogoutHandler out = new SecurityContextLogoutHandler();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        // Refused where the token is missing that only our own pages know.
        if (HttpMethod.POST.matches(request.getMethod())
                && request.getRequestURI().endsWith("/logout")
                && response.getStatus() < HttpServletResponse.SC_BAD_REQUEST) {
            out.logout(request, response, SecurityContextHolder.getContext().getAuthentication());
        }
    }
}
