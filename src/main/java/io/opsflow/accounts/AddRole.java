package io.opsflow.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A new role of this installation's own.
 *
 * @param code        capitals, digits and underscores; never changes
 * @param name        what people call it; no other role is called like that
 * @param nameEn      what readers of English call it; null for the same
 * @param permissions what it allows; null for nothing yet
 */
public record AddRole(
        @NotBlank @Size(max = 40) String code,
        @NotBlank @Size(max = 100) String name,
        @Nullable @Size(max = 100) String nameEn,
        @Nullable Set<String> permissions) {

    public AddRole {
        permissions = permissions == null ? null : Set.copyOf(permissions);
    }
}
