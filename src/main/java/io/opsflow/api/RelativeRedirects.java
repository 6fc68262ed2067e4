package io.opsflow.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends browsers on within this host by paths alone. Libraries build whole addresses from the Host header, which is
 * whatever somebody has written there.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20) // before everything that redirects
class RelativeRedirects extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String url = request.getRequestURL().toString();
        String host = url.substring(0, url.length() - request.getRequestURI().length());
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void sendRedirect(String location) throws IOException {
                super.sendRedirect(location.startsWith(host + "/") ? location.substring(host.length()) : location);
            }
        });
    }
}
