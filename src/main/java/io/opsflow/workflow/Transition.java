package io.opsflow.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody moved an object from one state to another. Never changed.
 *
 * @param id             its number among those of the object's kind
 * @param objectKey      which object
 * @param title          what the object is about
 * @param from           the state before; null for the first one
 * @param to             the state then
 * @param action         what was done
 * @param actor          who did it
 * @param actorName      that person's name
 * @param onBehalfOf     for whom: an absent colleague, or the person in whose click the system acted
 * @param onBehalfOfName that person's name
 * @param at             when
 * @param comment        what was said about it
 */
public record Transition(
        long id,
        String objectKey,
        String title,
        @Nullable String from,
        String to,
        String action,
        String actor,
        @Nullable String actorName,
        @Nullable String onBehalfOf,
        @Nullable String onBehalfOfName,
        Instant at,
        @Nullable String comment) {}
