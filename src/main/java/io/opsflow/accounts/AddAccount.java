package io.opsflow.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody new.
 *
 * @param username what the person signs in with; nobody else has it, or one that looks like it
 * @param roles    codes of roles; null for none
 * @param groups   codes of groups; null for none
 * @param password at least ten characters, at most 72 bytes, not easy to guess; its owner must choose another
 * @param isActive whether the person may sign in; null for yes
 */
public record AddAccount(
        @NotBlank @Size(max = 64) String username,
        @NotBlank @Size(max = 100) String realName,
        @Nullable @Size(max = 254) String email,
        @Nullable @Size(max = 40) String phone,
        @Nullable @Size(max = 100) String department,
        @Nullable Set<String> roles,
        @Nullable Set<String> groups,
        @NotEmpty @Size(max = 1000) String password,
        @Nullable Boolean isActive) {

    @Override
    public String toString() {
        return "AddAccount[username=" + username + ", roles=" + roles + ", groups=" + groups + "]";
    }
}
