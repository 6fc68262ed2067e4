package io.opsflow.accounts;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the try-out page the token that its calls must carry when they use the session. The cookie only carries it to the
 * page; calls are compared with what the session knows.
 */
class TryOutToken extends OncePerRequestFilter {

    static final String COOKIE = "XSRF-TOKEN";

    private final RequestMatcher pages;

    TryOutToken(RequestMatcher pages) {
        this.pages = pages;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !pages.matches(request) || request.getSession(false) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(COOKIE, token.getToken())
                            .path("/")
                            .secure(request.isSecure())
                            .sameSite("Strict")
                            .build()
                            .toString());
        }
        chain.doFilter(request, response);
    }
}
