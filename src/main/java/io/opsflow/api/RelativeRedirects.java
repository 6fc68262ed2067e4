package io.opsflow.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends browsers on by paths alone: nothing here leads to another host. Libraries build whole addresses from the Host
 * header, which is whatever somebody has written there.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20) // before everything that redirects
class RelativeRedirects extends OncePerRequestFilter {

    /** As browsers read it, for whom a backslash is a slash. */
    private static final Pattern HOST = Pattern.compile("^(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?[/\\\\]{2,}[^/\\\\?#]*");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void sendRedirect(String location) throws IOException {
                super.sendRedirect(withoutHost(location));
            }
        });
    }

    static String withoutHost(String location) {
        String here = HOST.matcher(location).replaceFirst("").replaceFirst("^[/\\\\]+", "/");
        return here.isEmpty() ? "/" : here;
    }
}
