package io.opsflow.accounts;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the tasks of somebody who does not work here any more.
 *
 * @param giveBack  whether tasks that others may do as well are offered to those again
 * @param colleague who takes over the others, or all of them; null for nobody
 * @param reason    told in the log of what the tasks are about
 */
public record OpenWork(
        boolean giveBack, @Nullable @Size(max = 64) String colleague, @Nullable @Size(max = 500) String reason) {

    /** Nothing is said: enough where nothing waits for the person. */
    public static final OpenWork NOTHING_SAID = new OpenWork(false, null, null);
}
