package io.opsflow.accounts;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a role; null leaves things as they are.
 *
 * @param version     the version that was read; when given, a role that has changed since is not overwritten
 * @param name        what people call it; built-in roles keep their names
 * @param nameEn      what readers of English call it; an empty text for the same as others
 * @param permissions all that it allows from now on
 */
public record EditRole(
        @Nullable Integer version,
        @Nullable @Pattern(regexp = "(?s).*\\S.*") @Size(max = 100) String name,
        @Nullable @Size(max = 100) String nameEn,
        @Nullable Set<String> permissions) {

    public EditRole {
        permissions = permissions == null ? null : Set.copyOf(permissions);
    }
}
