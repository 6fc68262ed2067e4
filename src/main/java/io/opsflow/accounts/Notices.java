package io.opsflow.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells people what happened that concerns them: the port through which modules reach somebody's in-app messages. What is
 * told belongs to the caller's transaction: no cause, no message.
 */
public interface Notices {

    /**
     * Tells a person something.
     *
     * @param username   whom; nobody is told what they did themselves, and who is unknown is told nothing
     * @param messageKey its sentence in the bundles, read in the reader's language
     * @param args       fill its places: texts, numbers, times (shown in the reader's zone), and keys of other texts
     *                   ({@code @tickets.status.closed})
     * @param link       the page it is about, path and query without a leading slash; null where there is none
     */
    void tell(String username, String messageKey, List<Object> args, @Nullable String link);
}
