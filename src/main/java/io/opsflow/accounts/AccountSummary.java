package io.opsflow.accounts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account as lists show it. */
public record AccountSummary(
        long id,
        int version,
        String username,
        String realName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String department,
        List<RoleName> roles,
        List<GroupName> groups,
        boolean active,
        Instant createdAt,
        @Nullable Instant lastSignInAt) {}
