package io.opsflow.api;

import io.opsflow.api.IdempotentCalls.Begun;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.platform.WholeBody;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.UriUtils;

/**
 * A POST with an {@code Idempotency-Key} happens once: when it comes again, the stored answer comes again. That somebody has
 * begun is noted first; what is done and its answer are then committed as one, so that a node that dies in between leaves
 * either both or neither.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER + 10) // behind security, which tells who calls
class Idempotency extends OncePerRequestFilter {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern SPELLING = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final int LONGEST_BODY = 4 * 1024 * 1024;
    /** Their answers are secrets, or what they count must stay counted: these are never stored and never one transaction. */
    private static final Pattern SECRET = Pattern.compile("/api/v1/(auth/.*|tokens|.*password.*)");

    private final IdempotentCalls calls;
    private final TransactionTemplate transaction;
    private final HandlerExceptionResolver problems;

    Idempotency(
            IdempotentCalls calls,
            TransactionTemplate transaction,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.calls = calls;
        this.transaction = transaction;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // As it is understood, however it was spelled.
        String path = UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8);
        return request.getHeader(KEY) == null
                || !"POST".equals(request.getMethod())
                || !path.startsWith("/api/v1/")
                || SECRET.matcher(path).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!Actor.isSignedIn()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
            if (body.length > LONGEST_BODY) {
                throw new InvalidInput("body", "text-too-long", LONGEST_BODY);
            }
            String key = request.getHeader(KEY);
            if (!SPELLING.matcher(key).matches()) {
                throw new InvalidInput(KEY, "idempotency-key-spelling");
            }
            Begun call = calls.begin(Actor.current().name(), key, request, body);
            if (call.answer() != null) {
                call.answer().write(response);
            } else {
                once(call, new WholeBody(request, body), response, chain);
            }
        } catch (RuntimeException e) {
            problems.resolveException(request, response, null, e);
        }
    }

    private void once(Begun call, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        boolean kept = false;
        try {
            kept = Boolean.TRUE.equals(transaction.execute(status -> {
                pass(chain, request, answer);
                boolean done = answer.getStatus() / 100 == 2 && calls.finish(call, StoredAnswer.of(answer));
                if (!done) {
                    status.setRollbackOnly();
                }
                return done;
            }));
        } catch (RuntimeException e) {
            answer.resetBuffer();
            problems.resolveException(request, answer, null, e);
        } finally {
            if (!kept) {
                calls.abandon(call);
            }
        }
        if (!kept && answer.getStatus() / 100 == 2) {
            // Somebody else has taken the key over meanwhile, and does it.
            answer.resetBuffer();
            problems.resolveException(request, answer, null, new KeyInUse());
        }
        answer.copyBodyToResponse();
    }

    private static void pass(FilterChain chain, HttpServletRequest request, HttpServletResponse response) {
        try {
            chain.doFilter(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is written of an answer, and written again. */
    record StoredAnswer(int status, String contentType, String location, String body) {

        static StoredAnswer of(ContentCachingResponseWrapper answer) {
            String type = answer.getContentType();
            String location = answer.getHeader(HttpHeaders.LOCATION);
            return new StoredAnswer(
                    answer.getStatus(),
                    type == null ? "" : type,
                    location == null ? "" : location,
                    new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8));
        }

        void write(HttpServletResponse response) throws IOException {
            response.setStatus(status);
            response.setHeader(REPLAYED, "true");
            if (!contentType.isEmpty()) {
                response.setContentType(contentType);
            }
            if (!location.isEmpty()) {
                response.setHeader(HttpHeaders.LOCATION, location);
            }
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
    }
}
