package io.opsflow.assets;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A contract that ends, and what becomes of it.
 *
 * @param key       what people call the reminder
 * @param kind      what the contract is for
 * @param objectId  its number
 * @param name      what people call it
 * @param contract  what ends
 * @param endsOn    its last day
 * @param status    where the process stands
 * @param comment   what was said about the decision
 * @param createdAt since when it is watched
 */
public record ReminderDetails(
        ReminderKey key,
        AssetKind kind,
        long objectId,
        String name,
        Contract contract,
        LocalDate endsOn,
        ReminderStatus status,
        @Nullable String comment,
        Instant createdAt) {

    /** The page of what the contract is for, without a leading slash. */
    public String path() {
        return kind.plural() + "/" + objectId;
    }
}
