package io.opsflow.accounts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is signed in.
 *
 * @param id        names the session, and opens nothing
 * @param username  who is signed in
 * @param kind      whether a person signed in at a page, or a program for tokens
 * @param seenAt    when something was done there last, to the minute; null for programs
 * @param endsAt    when it ends if nothing is done
 * @param address   where the sign-in came from
 * @param userAgent what the browser calls itself; null for programs
 * @param current   whether it is the one in which this is asked
 */
public record SessionDetails(
        String id,
        String username,
        Kind kind,
        Instant createdAt,
        @Nullable Instant seenAt,
        Instant endsAt,
        String address,
        @Nullable String userAgent,
        boolean current) {

    /** By what somebody is signed in. */
    public enum Kind {
        /** A browser. */
        PAGE,
        /** A program, which was given tokens for name and password. */
        PROGRAM;

        /** What the API calls it. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
