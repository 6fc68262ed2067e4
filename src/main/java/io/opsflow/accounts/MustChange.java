package io.opsflow.accounts;

import io.opsflow.kernel.Actor;
import io.opsflow.kernel.NotAllowed;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever has a password that somebody else chose may choose another, and nothing else: such a person has this authority in
 * place of all permissions. The filter only says so in a sentence, where calls would otherwise just be refused.
 */
final class MustChange extends OncePerRequestFilter {

    static final String AUTHORITY = "password.must_change";
    static final String CODE = "password-must-change";

    private static final RequestMatcher CHANGES =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/api/v1/users/change-password");

    /** Whether somebody who was let in has such a password. */
    static boolean applies(Authentication person) {
        return person.getAuthorities().stream().anyMatch(granted -> AUTHORITY.equals(granted.getAuthority()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Actor.may(AUTHORITY) && !CHANGES.matches(request)) {
            throw new NotAllowed(CODE);
        }
        chain.doFilter(request, response);
    }
}
