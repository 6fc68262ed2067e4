package io.opsflow.api;

import io.opsflow.kernel.DomainError;
import io.opsflow.kernel.Fault;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.InvalidToken;
import io.opsflow.kernel.NotAllowed;
import io.opsflow.kernel.TooManyAttempts;
import io.opsflow.kernel.TooManyCalls;
import io.opsflow.kernel.Unavailable;
import io.opsflow.kernel.Validation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.validation.BindingResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The API's translator of errors: whatever goes wrong behind a call becomes a problem, and nothing of our insides. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Problem> domain(DomainError error, HttpServletRequest request) {
        if (error instanceof Unavailable) {
            LOG.warn("Unavailable", error);
        }
        return problems.of(request, error);
    }

    @ExceptionHandler
    ResponseEntity<Problem> denied(AccessDeniedException error, HttpServletRequest request) {
        if (error instanceof NotAllowed known) {
            return problems.of(request, HttpStatus.FORBIDDEN, known.code());
        }
        String code = error instanceof CsrfException ? "csrf-token-missing" : "access-denied";
        return problems.of(request, HttpStatus.FORBIDDEN, code);
    }

    @ExceptionHandler
    ResponseEntity<Problem> notSignedIn(AuthenticationException error, HttpServletRequest request) {
        if (error instanceof InternalAuthenticationServiceException) {
            return databaseAway(error, request);
        }
        return problems.of(request, HttpStatus.UNAUTHORIZED, "not-signed-in");
    }

    /** A token that opens nothing, or something in its place that is none. */
    @ExceptionHandler({InvalidToken.class, OAuth2AuthenticationException.class})
    ResponseEntity<Problem> invalidToken(AuthenticationException error, HttpServletRequest request) {
        return problems.of(request, HttpStatus.UNAUTHORIZED, InvalidToken.CODE);
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooMany(TooManyCalls error, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(error.seconds()));
        return problems.of(request, headers, HttpStatus.TOO_MANY_REQUESTS, TooManyCalls.CODE, error.seconds());
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooMany(TooManyAttempts error, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(error.seconds()));
        return problems.of(request, headers, HttpStatus.TOO_MANY_REQUESTS, TooManyAttempts.CODE, error.minutes());
    }

    /** Records bound from query parameters or bodies. */
    @ExceptionHandler
    ResponseEntity<Problem> invalid(MethodArgumentNotValidException error, HttpServletRequest request) {
        return problems.refused(request, bound(error.getBindingResult()));
    }

    /** Constraints on single parameters. */
    @ExceptionHandler
    ResponseEntity<Problem> invalid(HandlerMethodValidationException error, HttpServletRequest request) {
        List<FieldError> errors = error.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(one -> new FieldError(
                                Validation.snakeCase(Objects.requireNonNullElse(
                                        result.getMethodParameter().getParameterName(), "body")),
                                "invalid",
                                List.of())))
                .toList();
        return errors.isEmpty()
                ? problems.of(request, HttpStatus.BAD_REQUEST, "request-malformed")
                : problems.refused(request, errors);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(ConstraintViolationException error, HttpServletRequest request) {
        return problems.refused(
                request,
                error.getConstraintViolations().stream().map(Validation::error).toList());
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException error, HttpServletRequest request) {
        DomainError domain = domainCause(error);
        if (domain != null) {
            return problems.of(request, domain);
        }
        if (UnreadableJson.isTooLarge(error)) {
            return problems.of(request, HttpStatus.PAYLOAD_TOO_LARGE, "body-too-large", StrictJson.LARGEST_BODY >> 20);
        }
        List<FieldError> errors = UnreadableJson.errors(error);
        if (!errors.isEmpty()) {
            return problems.refused(request, errors);
        }
        if (UnreadableJson.isNoObject(error)) {
            return problems.of(request, HttpStatus.BAD_REQUEST, "body-no-object");
        }
        return UnreadableJson.place(error)
                .map(place -> problems.of(
                        request, HttpStatus.BAD_REQUEST, "json-malformed", place.getLineNr(), place.getColumnNr()))
                .orElseGet(() -> problems.of(request, HttpStatus.BAD_REQUEST, "body-missing"));
    }

    /** A parameter or a part of the path that cannot be what it should. */
    @ExceptionHandler
    ResponseEntity<Problem> mismatch(MethodArgumentTypeMismatchException error, HttpServletRequest request) {
        DomainError domain = domainCause(error);
        if (domain != null) {
            return problems.of(request, domain);
        }
        return problems.refused(request, List.of(unfit(error.getName(), error.getRequiredType())));
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingServletRequestParameterException error, HttpServletRequest request) {
        return problems.refused(request, List.of(new FieldError(error.getParameterName(), "required", List.of())));
    }

    @ExceptionHandler
    ResponseEntity<Problem> method(HttpRequestMethodNotSupportedException error, HttpServletRequest request) {
        String[] supported = error.getSupportedMethods();
        String allowed = supported == null ? "" : String.join(", ", new TreeSet<>(Arrays.asList(supported)));
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ALLOW, allowed);
        return problems.of(
                request, headers, HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", error.getMethod(), allowed);
    }

    @ExceptionHandler
    ResponseEntity<Problem> mediaType(HttpMediaTypeNotSupportedException error, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.setAccept(error.getSupportedMediaTypes());
        return problems.of(request, headers, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "media-type-unsupported");
    }

    @ExceptionHandler
    ResponseEntity<Problem> notAcceptable(HttpMediaTypeNotAcceptableException error, HttpServletRequest request) {
        return problems.of(request, HttpStatus.NOT_ACCEPTABLE, "not-acceptable");
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    ResponseEntity<Problem> noSuchPath(Exception error, HttpServletRequest request) {
        return problems.of(request, HttpStatus.NOT_FOUND, "no-such-path", request.getRequestURI());
    }

    /** The caller hung up: there is nobody to tell. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException error) {
        LOG.debug("The caller hung up", error);
    }

    @ExceptionHandler
    ResponseEntity<Problem> other(Exception error, HttpServletRequest request) {
        if (error instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return problems.of(request, status(known.getStatusCode()), "request-malformed");
        }
        if (Fault.isConflict(error)) {
            LOG.info("Changed meanwhile: {}", error.getMessage());
            return problems.of(request, HttpStatus.CONFLICT, "changed-meanwhile");
        }
        if (Fault.isDatabaseAway(error)) {
            return databaseAway(error, request);
        }
        LOG.error("Failed: {} {}", request.getMethod(), request.getRequestURI(), error);
        return problems.of(request, HttpStatus.INTERNAL_SERVER_ERROR, "internal-error");
    }

    private ResponseEntity<Problem> databaseAway(Exception error, HttpServletRequest request) {
        LOG.warn("The database does not answer", error);
        return problems.of(request, new Unavailable("database-unavailable"));
    }

    private static HttpStatus status(HttpStatusCode code) {
        HttpStatus status = HttpStatus.resolve(code.value());
        return status == HttpStatus.PAYLOAD_TOO_LARGE ? status : HttpStatus.BAD_REQUEST;
    }

    private static List<FieldError> bound(BindingResult result) {
        return result.getAllErrors().stream()
                .map(error -> {
                    if (error instanceof org.springframework.validation.FieldError field && field.isBindingFailure()) {
                        return unfit(field.getField(), result.getFieldType(field.getField()));
                    }
                    return error.contains(ConstraintViolation.class)
                            ? Validation.error(error.unwrap(ConstraintViolation.class))
                            : new FieldError(Validation.snakeCase(error.getObjectName()), "invalid", List.of());
                })
                .toList();
    }

    static FieldError unfit(String property, @Nullable Class<?> type) {
        String field = Validation.snakeCase(property);
        return type != null && type.isEnum()
                ? new FieldError(field, "unknown-value", List.of(UnreadableJson.values(type)))
                : new FieldError(field, UnreadableJson.wrongType(type), List.of());
    }

    private static @Nullable DomainError domainCause(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof DomainError domain) {
                return domain;
            }
        }
        return null;
    }
}
