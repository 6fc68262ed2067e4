package io.opsflow.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.platform.WholeBody;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets the paths of older clients answer, and every path with a slash at its end: rewritten before anybody looks at them, so
 * that permissions, limits and problems are those of our own paths.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30) // before security
class OlderPaths extends OncePerRequestFilter {

    private static final int LONGEST_BODY = 1024 * 1024;

    private final ObjectMapper json;
    private final HandlerExceptionResolver problems;

    OlderPaths(ObjectMapper json, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.json = json;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String asked = request.getRequestURI();
        String path = asked.endsWith("/") ? asked.substring(0, asked.length() - 1) : asked;
        OlderPath.Found older = OlderPath.find(request.getMethod(), path).orElse(null);
        if (older != null) {
            OlderCall call = new OlderCall(request, older.path(), older.line().more());
            answer(older.line().fields(), call, response, chain);
        } else if (asked.equals(path)) {
            chain.doFilter(request, response);
        } else {
            chain.doFilter(new OlderCall(request, path, Map.of()), response);
        }
    }

    private void answer(OlderFields fields, OlderCall call, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest translated;
        try {
            translated = fields.changesBodies() ? translated(fields, call) : call;
        } catch (InvalidInput refused) {
            problems.resolveException(call, response, null, refused);
            return;
        }
        if (!fields.changesAnswers()) {
            chain.doFilter(translated, response);
            return;
        }
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(translated, answer);
        if (answer.getStatus() / 100 == 2 && answer.getContentSize() > 0) {
            var body = json.readTree(answer.getContentAsByteArray());
            fields.repeat(body);
            answer.resetBuffer();
            answer.getOutputStream().write(json.writeValueAsBytes(body));
        }
        answer.copyBodyToResponse();
    }

    /** What is no object is left to whoever reads it, who says what is wrong with it. */
    private HttpServletRequest translated(OlderFields fields, OlderCall call) throws IOException {
        fields.translate(call);
        byte[] body = call.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw new InvalidInput("body", "text-too-long", LONGEST_BODY);
        }
        try {
            if (json.readTree(body) instanceof ObjectNode object) {
                fields.translate(object, "POST".equals(call.getMethod()));
                return new WholeBody(call, json.writeValueAsBytes(object));
            }
        } catch (JsonProcessingException unreadable) {
            return new WholeBody(call, body);
        }
        return new WholeBody(call, body);
    }
}
