package io.opsflow.design;

import io.opsflow.kernel.DomainError;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.RuleViolated;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A click that a front door may refuse. Refused fields are shown where they were filled in; every other error goes on to
 * the error handler of the screens, which says its sentence.
 */
public final class Attempt {

    private Attempt() {}

    /** Acts, and tells whether it was done; if fields were refused, they were handed over. */
    public static boolean of(Runnable action, Consumer<List<FieldError>> refused) {
        try {
            action.run();
            return true;
        } catch (InvalidInput invalid) {
            refused.accept(invalid.errors());
            return false;
        }
    }

    /** Acts, and tells whether it was done; if it was refused, whatever the reason, that is handed over. */
    public static boolean anyhow(Runnable action, Consumer<DomainError> refused) {
        try {
            action.run();
            return true;
        } catch (DomainError reason) {
            refused.accept(reason);
            return false;
        }
    }

    /** What was asked for; if it is gone, the reason is handed over: for pages that others change at the same time. */
    public static <T> Optional<T> find(Supplier<T> question, Consumer<DomainError> gone) {
        try {
            return Optional.of(question.get());
        } catch (NotFound | RuleViolated reason) {
            gone.accept(reason);
            return Optional.empty();
        }
    }
}
