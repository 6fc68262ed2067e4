package io.opsflow.accounts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's registration, for those who decide on it.
 *
 * @param address   where it came from
 * @param roles     what was granted
 * @param decidedBy who decided; null where nobody did
 */
public record RegistrationDetails(
        RegistrationKey key,
        String username,
        String realName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String department,
        ApplicantStatus status,
        String address,
        Instant requestedAt,
        List<String> roles,
        @Nullable String reason,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {}
