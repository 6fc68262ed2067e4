package io.opsflow.workflow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A newer version of a process that came with the product and was not deployed, because somebody has deployed the process
 * themselves.
 *
 * @param seen       names exactly this situation: an answer to it is refused when it has changed meanwhile
 * @param live       the version that applies now
 * @param changes    what taking the newer one would change, in the reader's language
 * @param difference the same line by line, as a unified diff of the files, without how they are drawn; empty when they
 *                   say the same
 * @param keptBy     who has decided to keep the live version; null when nobody has answered yet
 * @param keptByName that person's name
 * @param keptAt     when
 */
public record BundledNewer(
        String seen,
        int live,
        List<ModelChange> changes,
        String difference,
        @Nullable String keptBy,
        @Nullable String keptByName,
        @Nullable Instant keptAt) {

    /** Whether an owner has decided already. */
    public boolean isAnswered() {
        return keptBy != null;
    }
}
