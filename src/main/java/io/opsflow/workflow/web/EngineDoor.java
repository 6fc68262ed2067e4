package io.opsflow.workflow.web;

import io.opsflow.platform.WholeBody;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets through what is open at all, in a size that somebody can have drawn. Behind the sign-in, before the engine. */
class EngineDoor extends OncePerRequestFilter {

    /** A hundred times the largest diagram of the house. */
    static final int MOST_MEBIBYTES = 10;

    private static final int MOST = MOST_MEBIBYTES * 1024 * 1024;

    // As it came over the wire: what is spelled in another way than ours matches nothing and stays outside.
    private static final Pattern ENGINE = Pattern.compile("/(engine-rest|camunda/api/engine)/(engine/[^/]+/)?(.*)");
    private static final Pattern PAGES = Pattern.compile("/camunda/api/(.*)");

    private final Refusals refusals;

    EngineDoor(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isOpen(request)) {
            refusals.elsewhere(request, response);
        } else if (request.getContentLengthLong() > MOST) {
            refusals.tooLarge(request, response, MOST_MEBIBYTES);
        } else if (request.getContentLengthLong() >= 0 || request.getHeader("Transfer-Encoding") == null) {
            chain.doFilter(request, response);
        } else {
            // Nobody has said how long it is: it is looked at before anybody works on it.
            byte[] body = request.getInputStream().readNBytes(MOST + 1);
            if (body.length > MOST) {
                refusals.tooLarge(request, response, MOST_MEBIBYTES);
            } else {
                chain.doFilter(new WholeBody(request, body), response);
            }
        }
    }

    private static boolean isOpen(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Matcher engine = ENGINE.matcher(path);
        if (engine.matches()) {
            return Doors.isOpenForEngine(request.getMethod(), engine.group(3));
        }
        Matcher pages = PAGES.matcher(path);
        return Doors.isOpenForPages(request.getMethod(), pages.matches() ? pages.group(1) : "");
    }
}
