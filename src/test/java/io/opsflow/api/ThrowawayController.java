package io.opsflow.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.RuleViolated;
import io.opsflow.kernel.Unavailable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Fails in every way that a call can fail. Only this package's test knows it. */
@TestComponent // never found by looking for controllers
@RestController
@RequestMapping("/api/throwaway")
class ThrowawayController {

    enum Colour {
        DARK_BLUE,
        RED;

        @JsonCreator
        static Colour of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Thing(
            @NotBlank @Size(max = 5) String shortName,
            @Nullable Colour mainColour,
            @Nullable Integer howMany,
            @Nullable List<String> words) {}

    record Query(
            @BindParam("created_from") @Nullable Instant createdFrom,
            @Nullable Colour colour,
            @Nullable Integer page) {}

    static final class Forbidden extends RuleViolated {

        private static final long serialVersionUID = 1L;

        Forbidden() {
            super("changed-meanwhile");
        }
    }

    @PostMapping(value = "/things", consumes = MediaType.APPLICATION_JSON_VALUE)
    Thing make(@Valid @RequestBody Thing thing) {
        return thing;
    }

    @GetMapping("/things")
    Map<String, Object> search(Query query, @RequestParam(name = "open", required = false) @Nullable Boolean open) {
        return Map.of("query", query.toString());
    }

    @GetMapping("/things/{number}")
    Map<String, Object> one(@PathVariable("number") long number) {
        return Map.of("number", number);
    }

    @GetMapping("/fail/{how}")
    String fail(@PathVariable("how") String how) {
        throw switch (how) {
            case "not-found" -> new NotFound("T-1");
            case "not-found-number" -> new NotFound(999_999L);
            case "invalid" -> new InvalidInput("title", "required");
            case "rule" -> new Forbidden();
            case "unavailable" -> new Unavailable("database-unavailable");
            case "denied" -> new AccessDeniedException("secret reason");
            case "lock" -> new OptimisticLockingFailureException("row 17 of table ticket");
            case "database" -> new CannotCreateTransactionException("jdbc:mysql://secret");
            default -> new IllegalStateException("secret internals");
        };
    }
}
