package io.opsflow.workflow.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.opsflow.kernel.Texts;
import io.opsflow.kernel.TooManyAttempts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Says no as the engine's REST does, so that Camunda Modeler and Cockpit show the sentence: JSON with a type and a
 * message, in the caller's language.
 */
@Component
class Refusals {

    private static final String CHALLENGE = "Basic realm=\"OpsFlow\", charset=\"UTF-8\"";

    private final ObjectMapper json = new ObjectMapper();
    private final Texts texts;
    private final LocaleResolver languages;

    Refusals(Texts texts, @Qualifier(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME) LocaleResolver languages) {
        this.texts = texts;
        this.languages = languages;
    }

    /** Asks for name and password; not where they cannot be checked. */
    void challenge(HttpServletRequest request, HttpServletResponse response, Exception reason) throws IOException {
        if (reason instanceof InternalAuthenticationServiceException) {
            say(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Unavailable", "unavailable");
            return;
        }
        if (reason instanceof TooManyAttempts braked) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(braked.seconds()));
            say(
                    request,
                    response,
                    HttpStatus.TOO_MANY_REQUESTS.value(),
                    "TooManyAttempts",
                    "too-many-attempts",
                    braked.minutes());
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        notSignedIn(request, response, reason);
    }

    /** To a page's own call, whose browser must not ask for a password by itself. */
    void notSignedIn(HttpServletRequest request, HttpServletResponse response, Exception reason) throws IOException {
        say(request, response, HttpServletResponse.SC_UNAUTHORIZED, "NotSignedIn", "not-signed-in");
    }

    /** The caller's roles do not open this door. */
    void denied(HttpServletRequest request, HttpServletResponse response, Exception reason) throws IOException {
        say(request, response, HttpServletResponse.SC_FORBIDDEN, "AuthorizationException", "denied");
    }

    /** Nobody does this here, whatever the role. */
    void elsewhere(HttpServletRequest request, HttpServletResponse response) throws IOException {
        say(request, response, HttpServletResponse.SC_FORBIDDEN, "AuthorizationException", "elsewhere");
    }

    /** More than anybody needs to send. */
    void tooLarge(HttpServletRequest request, HttpServletResponse response, long mebibytes) throws IOException {
        say(request, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "BodyTooLarge", "too-large", mebibytes);
    }

    /** A person sees the same page as everywhere. */
    void page(HttpServletRequest request, HttpServletResponse response, Exception reason) throws IOException {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    private void say(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String type,
            String key,
            Object... args)
            throws IOException {
        Locale locale = languages.resolveLocale(request);
        Map<String, Object> answer = new TreeMap<>();
        answer.put("type", type);
        answer.put("message", texts.get(locale, "workflow.web." + key, args));
        byte[] bytes = json.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
