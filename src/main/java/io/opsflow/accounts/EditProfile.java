package io.opsflow.accounts;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What people may change about their own account; null leaves a field as it is, an empty text clears it. */
public record EditProfile(
        @Nullable @Pattern(regexp = "(?s).*\\S.*") @Size(max = 100) String realName,
        @Nullable @Size(max = 254) String email,
        @Nullable @Size(max = 40) String phone,
        @Nullable @Size(max = 100) String department) {}
