package io.opsflow.accounts;

import io.opsflow.kernel.TooManyCalls;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers only so many calls of the API in a minute, each counted under a name. */
final class CallLimit extends OncePerRequestFilter {

    private static final RequestMatcher CALLS =
            PathPatternRequestMatcher.withDefaults().matcher("/api/**");

    private final CallRate rate;
    private final Function<HttpServletRequest, Optional<String>> name;
    private final AccessDeniedHandler denied;

    /** @param name under which a call is counted; empty for one that is not */
    CallLimit(CallRate rate, Function<HttpServletRequest, Optional<String>> name, AccessDeniedHandler denied) {
        this.rate = rate;
        this.name = name;
        this.denied = denied;
    }

    /** Two of them stand in one chain. */
    @Override
    protected String getAlreadyFilteredAttributeName() {
        return CallLimit.class.getName() + System.identityHashCode(this);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait =
                CALLS.matches(request) ? name.apply(request).map(rate::take).orElse(Duration.ZERO) : Duration.ZERO;
        if (wait.isZero()) {
            chain.doFilter(request, response);
        } else {
            denied.handle(request, response, new TooManyCalls(wait));
        }
    }
}
