package io.opsflow.accounts;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else's password becomes another, which its owner must change.
 *
 * @param password the new one; null for one that the program makes up
 */
public record ResetPassword(@Nullable @Size(max = 1000) String password) {

    @Override
    public String toString() {
        return "ResetPassword[]";
    }
}
