package io.opsflow.accounts;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import io.opsflow.accounts.TokenDetails.Kind;
import io.opsflow.kernel.NotAllowed;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How far a personal token reaches apart from its scopes. What everybody may do needs no permission, so no scope would hold
 * it back: with a token nobody changes the account that it belongs to, and with a read-only one nothing at all.
 */
final class TokenReach extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** What belongs to the account itself. */
    private static final RequestMatcher ACCOUNT = new OrRequestMatcher(Stream.of(
                    "/api/v1/tokens/**",
                    "/api/v1/sessions/**",
                    "/api/v1/delegations/**",
                    "/api/v1/auth/**",
                    "/api/v1/users/me",
                    "/api/v1/users/change-password")
            .<RequestMatcher>map(path -> withDefaults().matcher(path))
            .toList());

    private static final RequestMatcher WHO_AM_I = withDefaults().matcher(HttpMethod.GET, "/api/v1/users/me");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        TokenDetails token = TokenDetails.current().orElse(null);
        if (token != null && token.kind() == Kind.PERSONAL) {
            if (token.readOnly() && !READING.contains(request.getMethod())) {
                throw new NotAllowed("token-read-only");
            }
            if (ACCOUNT.matches(request) && !WHO_AM_I.matches(request)) {
                throw new NotAllowed("token-not-for-account");
            }
        }
        chain.doFilter(request, response);
    }
}
