package io.opsflow.kernel;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.function.Predicate;
import org.hibernate.StaleStateException;
import org.hibernate.TransactionException;
import org.hibernate.exception.JDBCConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * What a technical error means to whoever asked. Faults arrive wrapped in whatever noticed them first, so every cause is
 * looked at. Ask {@link #isConflict} first: a lock that was not granted says nothing about the database's health.
 */
public final class Fault {

    /** Causes may form a circle; nothing sensible is wrapped deeper. */
    private static final int DEPTH = 30;

    private static final List<Class<? extends Throwable>> CONFLICTS = List.of(
            ConcurrencyFailureException.class,
            DuplicateKeyException.class,
            SQLTransactionRollbackException.class,
            OptimisticLockException.class,
            StaleStateException.class);

    private static final List<Class<? extends Throwable>> AWAY = List.of(
            CannotCreateTransactionException.class,
            CannotGetJdbcConnectionException.class,
            DataAccessResourceFailureException.class,
            JDBCConnectionException.class,
            // A rollback that fails, too, takes the place of what was wrong first: its connection has gone.
            TransactionException.class,
            SQLNonTransientConnectionException.class,
            SQLTransientConnectionException.class,
            SQLRecoverableException.class);

    /** How MySQL says that a key is already there; H2 says it by the state. */
    private static final int MYSQL_DUPLICATE_KEY = 1062;

    private static final String DUPLICATE_KEY_STATE = "23505";

    private Fault() {}

    /** Somebody else was quicker: a stale version, a lock that was not granted, a key that was taken meanwhile. */
    public static boolean isConflict(Throwable thrown) {
        return any(thrown, cause -> isOneOf(CONFLICTS, cause) || isDuplicateKey(cause));
    }

    /** The database cannot be reached at all. A query that merely fails is not that. */
    public static boolean isDatabaseAway(Throwable thrown) {
        return any(thrown, cause -> isOneOf(AWAY, cause));
    }

    private static boolean any(Throwable thrown, Predicate<Throwable> matches) {
        @Nullable Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            if (matches.test(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isOneOf(List<Class<? extends Throwable>> kinds, Throwable cause) {
        return kinds.stream().anyMatch(kind -> kind.isInstance(cause));
    }

    /** JPA, plain JDBC and batches know a taken key only as a broken constraint; other constraints are mistakes of ours. */
    private static boolean isDuplicateKey(Throwable cause) {
        return cause instanceof SQLException broken
                && (broken.getErrorCode() == MYSQL_DUPLICATE_KEY || DUPLICATE_KEY_STATE.equals(broken.getSQLState()));
    }
}
