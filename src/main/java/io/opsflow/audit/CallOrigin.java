package io.opsflow.audit;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;

/** From where this thread was asked to do something. */
@Component
class CallOrigin {

    /** Known from before security: those who are not let in come from somewhere, too. */
    private static final ThreadLocal<@Nullable HttpServletRequest> REQUEST = new ThreadLocal<>();

    private static final String TOLD = CallOrigin.class.getName();

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
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    /** The same of somebody who is not signed in yet, or not any more. */
    Origin of(@Nullable Authentication person) {
        HttpServletRequest request = request();
        SignedInBy by = person != null && person.getDetails() instanceof SignedInBy known ? known : null;
        String address = request != null ? request.getRemoteAddr() : by != null ? by.address() : null;
        return new Origin(way(request, by), address, by == null ? null : by.means(), MDC.get("traceId"));
    }

    private Way way(@Nullable HttpServletRequest request, @Nullable SignedInBy by) {
        if (request == null) {
            return !isServer ? Way.CLI : by != null ? by.way() : Way.JOB;
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/api/")
                ? Way.API
                : path.startsWith("/engine-rest") || path.startsWith("/camunda") ? Way.ENGINE : Way.SCREEN;
    }

    /** Tells whoever looks at the request's end that the log knows of it. */
    static void told() {
        HttpServletRequest request = request();
        if (request != null) {
            request.setAttribute(TOLD, true);
        }
    }

    static boolean isTold(HttpServletRequest request) {
        return request.getAttribute(TOLD) != null;
    }

    /** This thread answers a request from now on; none any more with null. */
    static void answering(@Nullable HttpServletRequest request) {
        if (request == null) {
            REQUEST.remove();
        } else {
            REQUEST.set(request);
        }
    }

    private static @Nullable HttpServletRequest request() {
        return REQUEST.get();
    }
}
