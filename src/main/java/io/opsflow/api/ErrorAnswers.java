package io.opsflow.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.HtmlUtils;

/**
 * The answer to what failed before or behind everything else, such as a request that the server itself refused: a problem
 * for programs, a page for people.
 */
@Controller
class ErrorAnswers implements ErrorController {

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="%s">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%s · OpsFlow</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 13px/20px system-ui, sans-serif; display: grid; place-content: center; min-height: 90vh; margin: 0 16px; }
            main { max-width: 520px; } h1 { font-size: 18px; line-height: 24px; margin: 0 0 8px; } p { margin: 0 0 8px; }
            small { font-family: ui-monospace, monospace; font-size: 12px; opacity: .7; overflow-wrap: anywhere; }
            </style></head>
            <body><main><h1>%s</h1><p>%s</p><p><a href="%s/">OpsFlow</a></p><small>%s</small></main></body>
            </html>
            """;

    private final Problems problems;

    ErrorAnswers(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<?> answer(HttpServletRequest request) {
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? Objects.requireNonNullElse(HttpStatus.resolve(code), HttpStatus.INTERNAL_SERVER_ERROR)
                : HttpStatus.NOT_FOUND;
        ResponseEntity<Problem> problem = problem(request, status);
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE) ? page(request, problem) : problem;
    }

    private ResponseEntity<Problem> problem(HttpServletRequest request, HttpStatus status) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return switch (status) {
            case UNAUTHORIZED -> problems.of(request, status, "not-signed-in");
            case FORBIDDEN -> problems.of(request, status, "access-denied");
            case NOT_FOUND -> problems.of(request, status, "no-such-path", path == null ? "" : path);
            case SERVICE_UNAVAILABLE -> problems.of(request, status, "database-unavailable");
            default ->
                status.is4xxClientError()
                        ? problems.of(request, HttpStatus.BAD_REQUEST, "request-malformed")
                        : problems.of(request, HttpStatus.INTERNAL_SERVER_ERROR, "internal-error");
        };
    }

    private static ResponseEntity<byte[]> page(HttpServletRequest request, ResponseEntity<Problem> answer) {
        Problem problem = Objects.requireNonNull(answer.getBody());
        String html = PAGE.formatted(
                answer.getHeaders().getFirst(HttpHeaders.CONTENT_LANGUAGE),
                HtmlUtils.htmlEscape(problem.title()),
                HtmlUtils.htmlEscape(problem.title()),
                HtmlUtils.htmlEscape(problem.detail()),
                HtmlUtils.htmlEscape(request.getContextPath()),
                problem.traceId());
        return ResponseEntity.status(problem.status())
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(html.getBytes(StandardCharsets.UTF_8));
    }
}
