package io.opsflow.assets;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of an object's change log.
 *
 * @param id         its number
 * @param version    the object's version afterwards
 * @param action     {@code add}, {@code edit}, {@code delete}, {@code import}, {@code move} …
 * @param actor      who did it
 * @param actorName  that person's name
 * @param onBehalfOf in whose click the system did it
 * @param onBehalfOfName that person's name
 * @param changes    what has become different
 * @param reason     why
 * @param ticket     the ticket that asked for it
 * @param createdAt  when
 * @param traceId    the request in which it happened, as the audit log names it; null where none began it
 */
public record AssetChange(
        long id,
        int version,
        String action,
        String actor,
        String actorName,
        @Nullable String onBehalfOf,
        @Nullable String onBehalfOfName,
        List<FieldChange> changes,
        @Nullable String reason,
        @Nullable String ticket,
        Instant createdAt,
        @Nullable String traceId) {}
