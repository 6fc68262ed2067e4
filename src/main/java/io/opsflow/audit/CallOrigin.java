package io.opsflow.audit;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** From where this thread was asked to do something. */
@Component
class CallOrigin {

    private final boolean isServer;

    CallOrigin(ApplicationContext program) {
        this.isServer = program instanceof WebApplicationContext;
    }

    /**
     * Where it comes from.
     *
     * @param address the address; null where nobody is on a network
     * @param means   the session or token
     * @param trace   the id under which the log knows it
     */
    record Origin(Way way, @Nullable String address, @Nullable String means, @Nullable String trace) {}

    Origin current() {
        HttpServletRequest request = request();
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        SignedInBy by = person != null && person.getDetails() instanceof SignedInBy known ? known : null;
        String address = request != null ? request.getRemoteAddr() : by != null ? by.address() : null;
        return new Origin(way(request, by != null), address, by == null ? null : by.means(), MDC.get("traceId"));
    }

    private Way way(@Nullable HttpServletRequest request, boolean signedIn) {
        if (request == null) {
            return !isServer ? Way.CLI : signedIn ? Way.SCREEN : Way.JOB;
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/api/")
                ? Way.API
                : path.startsWith("/engine-rest") || path.startsWith("/camunda") ? Way.ENGINE : Way.SCREEN;
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }
}
