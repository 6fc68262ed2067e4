package io.opsflow.api;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every answer the id under which the log knows its request: {@code X-Trace-Id}. It is the trace's, where requests
 * are traced, and one of its own otherwise.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10) // behind the filter that begins the trace, before everything that may fail
class TraceIds extends OncePerRequestFilter {

    static final String HEADER = "X-Trace-Id";
    private static final String ATTRIBUTE = TraceIds.class.getName();
    private static final String MDC_KEY = "traceId";

    private final ObjectProvider<Tracer> tracer;

    TraceIds(ObjectProvider<Tracer> tracer) {
        this.tracer = tracer;
    }

    /** The id of this request. */
    static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String id ? id : "";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = traced();
        boolean own = id.isEmpty();
        if (own) {
            id = random();
            MDC.put(MDC_KEY, id);
        }
        request.setAttribute(ATTRIBUTE, id);
        response.setHeader(HEADER, id);
        try {
            chain.doFilter(request, response);
        } finally {
            if (own) {
                MDC.remove(MDC_KEY);
            }
        }
    }

    private String traced() {
        Tracer present = tracer.getIfAvailable();
        Span span = present == null ? null : present.currentSpan();
        return span == null ? "" : span.context().traceId();
    }

    private static String random() {
        byte[] bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
