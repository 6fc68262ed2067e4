package io.opsflow.audit;

import io.opsflow.kernel.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Records calls that should have changed something and were turned away before they came to a front door: a field that
 * nobody may set, a body that cannot be read, a missing permission, a forged request.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20) // behind the trace id, before all that may turn somebody away
class RefusedCalls extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    /** Nothing is there, or not like this: nobody was turned away. */
    private static final Set<Integer> NOT_THERE = Set.of(404, 405, 406, 415);

    private final AuditLog log;
    private final CallOrigin origin;
    private final Repeated repeated;

    RefusedCalls(AuditLog log, CallOrigin origin, Clock clock) {
        this.log = log;
        this.origin = origin;
        this.repeated = new Repeated(clock);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        CallOrigin.answering(request);
        try {
            chain.doFilter(request, response);
            if (!READING.contains(request.getMethod())) {
                lookAt(request, response.getStatus());
            }
        } finally {
            CallOrigin.answering(null);
        }
    }

    private void lookAt(HttpServletRequest request, int status) {
        if (status < 400 || NOT_THERE.contains(status) || CallOrigin.isTold(request)) {
            return;
        }
        Authentication person = Caller.of(request);
        if (person == null) {
            person = inSession(request);
        }
        CallOrigin.Origin from = origin.of(person);
        // A page that stays open after its session goes on asking: that is nobody's attempt.
        if (person == null && from.way() == Way.SCREEN) {
            return;
        }
        String code = "http-" + status;
        if (person == null || status != 429 || repeated.isNew(person.getName() + code)) {
            tell(request, from, person == null ? AuditedCall.NOBODY : new Actor(person.getName(), null), code, status);
        }
    }

    private void tell(HttpServletRequest request, CallOrigin.Origin from, Actor actor, String code, int status) {
        log.addRefused(log.entry(
                from,
                actor,
                "call.refused",
                "call",
                request.getMethod() + " " + request.getRequestURI(),
                status < 500 ? AuditResult.REFUSED : AuditResult.FAILED,
                code,
                null));
    }

    /** Who was signed in when the request was turned away before anybody had asked who it is. */
    private static @Nullable Authentication inSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object context = session == null
                ? null
                : session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return context instanceof SecurityContext signedIn ? signedIn.getAuthentication() : null;
    }
}
