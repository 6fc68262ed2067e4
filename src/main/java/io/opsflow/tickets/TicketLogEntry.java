package io.opsflow.tickets;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in a ticket's life: who moved it from where to where, when and why. Never changed.
 *
 * @param id             its number
 * @param from           where the process stood before; null for the first step
 * @param to             where it stood then
 * @param action         what was done: {@code open}, {@code review}, … or an action that only the diagram knows
 * @param actor          who did it
 * @param actorName      that person's name
 * @param onBehalfOf     for whom: an absent colleague, or the person in whose click the system did it
 * @param onBehalfOfName that person's name
 * @param at             when
 * @param comment        what was said about it
 * @param fields         a JSON object with what the form held beyond that; null when it held no more
 */
public record TicketLogEntry(
        long id,
        @Nullable TicketStatus from,
        TicketStatus to,
        String action,
        String actor,
        String actorName,
        @Nullable String onBehalfOf,
        @Nullable String onBehalfOfName,
        Instant at,
        @Nullable String comment,
        @JsonRawValue @Schema(types = "object") @Nullable String fields) {}
