package io.opsflow.accounts;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an account; null leaves a field as it is, an empty text clears it.
 *
 * @param version  the version that was read; when given, an account that has changed since is not overwritten
 * @param roles    codes of all roles from now on
 * @param groups   codes of all groups from now on
 * @param isActive whether the person may sign in
 */
public record EditAccount(
        @Nullable Integer version,
        @Nullable @Pattern(regexp = "(?s).*\\S.*") @Size(max = 100) String realName,
        @Nullable @Size(max = 254) String email,
        @Nullable @Size(max = 40) String phone,
        @Nullable @Size(max = 100) String department,
        @Nullable Set<String> roles,
        @Nullable Set<String> groups,
        @Nullable Boolean isActive) {}
