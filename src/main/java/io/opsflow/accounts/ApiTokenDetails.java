package io.opsflow.accounts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A personal token, as far as it can be told.
 *
 * @param id         names it, and opens nothing
 * @param username   whose it is
 * @param name       what it is for
 * @param scopes     what can be done with it at most
 * @param readOnly   whether nothing can be changed with it
 * @param createdAt  when it was made
 * @param expiresAt  when it ends
 * @param lastUsedAt when it was used last, to the minute; null before
 * @param expired    whether it has ended
 */
public record ApiTokenDetails(
        String id,
        String username,
        String name,
        List<String> scopes,
        boolean readOnly,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        boolean expired) {

    public ApiTokenDetails {
        scopes = List.copyOf(scopes);
    }
}
