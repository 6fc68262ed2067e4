package io.opsflow.audit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps who was let in, for as long as the request lasts: at its end nobody is signed in any more. */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER + 1)
class Caller extends OncePerRequestFilter {

    private static final String ATTRIBUTE = Caller.class.getName();

    static @Nullable Authentication of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Authentication person ? person : null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person != null && !(person instanceof AnonymousAuthenticationToken)) {
            request.setAttribute(ATTRIBUTE, person);
        }
        chain.doFilter(request, response);
    }
}
