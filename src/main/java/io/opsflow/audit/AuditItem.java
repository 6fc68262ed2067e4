package io.opsflow.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry in a list.
 *
 * @param id             its number
 * @param createdAt      when
 * @param actor          who
 * @param actorName      that person's name now
 * @param onBehalfOf     in whose click the system acted, or for whom a deputy did
 * @param onBehalfOfName that person's name now
 * @param way            screen, api, engine, cli or job
 * @param address        from where
 * @param means          by which session or token
 * @param action         what
 * @param objectKind     the kind of the object
 * @param object         the object's key
 * @param result         done, refused or failed
 * @param code           why it was not done
 * @param traceId        the id under which the program's log knows it
 * @param link           the link of the chain that names it; null until it was made
 */
public record AuditItem(
        long id,
        Instant createdAt,
        String actor,
        @Nullable String actorName,
        @Nullable String onBehalfOf,
        @Nullable String onBehalfOfName,
        @Schema(allowableValues = {"screen", "api", "engine", "cli", "job"}) String way,
        @Nullable String address,
        @Nullable String means,
        String action,
        String objectKind,
        @Nullable String object,
        @Schema(allowableValues = {"done", "refused", "failed"}) String result,
        @Nullable String code,
        @Nullable String traceId,
        @Nullable Long link) {}
