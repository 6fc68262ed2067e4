package io.opsflow.api;

import io.opsflow.kernel.DomainError;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.StaleVersion;
import io.opsflow.kernel.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;

/** Writes problems in the caller's language. */
@Component
class Problems {

    /** In seconds: what is away for a moment is back by then, or it is worth asking again. */
    private static final String RETRY_AFTER = "30";

    private final Texts texts;
    private final LocaleResolver languages;

    Problems(Texts texts, @Qualifier(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME) LocaleResolver languages) {
        this.texts = texts;
        this.languages = languages;
    }

    /** An error of the family: its own status, code and sentence. */
    ResponseEntity<Problem> of(HttpServletRequest request, DomainError error) {
        Locale locale = languages.resolveLocale(request);
        List<Problem.Refused> refused = error instanceof InvalidInput invalid
                ? invalid.errors().stream()
                        .map(field -> new Problem.Refused(field.field(), texts.of(locale, field)))
                        .toList()
                : List.of();
        ResponseEntity<Problem> answer = answer(
                request, locale, error.status(), error.code(), texts.of(locale, error), refused, new HttpHeaders());
        Problem problem = answer.getBody();
        return error instanceof StaleVersion stale && problem != null
                ? new ResponseEntity<>(problem.with(stale), answer.getHeaders(), answer.getStatusCode())
                : answer;
    }

    /** Refused fields or parameters. */
    ResponseEntity<Problem> refused(HttpServletRequest request, List<FieldError> errors) {
        return of(request, new InvalidInput(errors));
    }

    /** Anything else: the sentence has the key {@code error.<code>}. */
    ResponseEntity<Problem> of(HttpServletRequest request, HttpStatus status, String code, Object... args) {
        return of(request, new HttpHeaders(), status, code, args);
    }

    /** The same with headers that belong to the status. */
    ResponseEntity<Problem> of(
            HttpServletRequest request, HttpHeaders headers, HttpStatus status, String code, Object... args) {
        Locale locale = languages.resolveLocale(request);
        String detail = texts.get(locale, "error." + code, args);
        return answer(request, locale, status.value(), code, detail, List.of(), headers);
    }

    private ResponseEntity<Problem> answer(
            HttpServletRequest request,
            Locale locale,
            int status,
            String code,
            String detail,
            List<Problem.Refused> refused,
            HttpHeaders headers) {
        String title = texts.get(locale, "api.problem." + status);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .headers(headers)
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
                // Said outright, so that no Accept header can make the answer fail.
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        }
        return answer.body(Problem.of(status, code, title, detail, refused, TraceIds.of(request)));
    }
}
