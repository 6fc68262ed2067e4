package io.opsflow.accounts;

import io.opsflow.accounts.SessionTable.Row;
import java.time.Instant;

/**
 * Where somebody is signed in.
 *
 * @param id        names the session, and opens nothing
 * @param seenAt    when something was done there last, to the minute
 * @param endsAt    when it ends if nothing is done
 * @param address   where the sign-in came from
 * @param userAgent what the browser calls itself
 * @param current   whether it is the one in which this is asked
 */
public record SessionDetails(
        String id,
        Instant createdAt,
        Instant seenAt,
        Instant endsAt,
        String address,
        String userAgent,
        boolean current) {

    static SessionDetails of(Row row, Instant endsAt, boolean current) {
        return new SessionDetails(
                row.id(), row.createdAt(), row.seenAt(), endsAt, row.address(), row.userAgent(), current);
    }
}
