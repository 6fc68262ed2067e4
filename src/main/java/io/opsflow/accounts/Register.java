package io.opsflow.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants an account.
 *
 * @param username what the person will sign in with; nobody else has it, or one that looks like it
 * @param email    where an administrator can ask
 * @param password at least ten characters, at most 72 bytes, not easy to guess
 */
public record Register(
        @NotBlank @Size(max = 64) String username,
        @NotBlank @Size(max = 100) String realName,
        @NotBlank @Size(max = 254) String email,
        @Nullable @Size(max = 40) String phone,
        @Nullable @Size(max = 100) String department,
        @NotEmpty @Size(max = 1000) String password) {

    @Override
    public String toString() {
        return "Register[username=" + username + "]";
    }
}
