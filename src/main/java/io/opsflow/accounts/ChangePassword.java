package io.opsflow.accounts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * One's own password becomes another.
 *
 * @param oldPassword the one that counts until now
 * @param newPassword at least ten characters, at most 72 bytes, not easy to guess
 */
public record ChangePassword(
        @NotNull @Size(max = 1000) String oldPassword, @NotNull @Size(max = 1000) String newPassword) {

    @Override
    public String toString() {
        return "ChangePassword[]";
    }
}
