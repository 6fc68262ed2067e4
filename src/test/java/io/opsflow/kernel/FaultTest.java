package io.opsflow.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.hibernate.TransactionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class FaultTest {

    static Stream<Throwable> conflicts() {
        return Stream.of(
                new OptimisticLockingFailureException("stale"),
                new DuplicateKeyException("taken"),
                new DataIntegrityViolationException(
                        "H2", new SQLIntegrityConstraintViolationException("taken", "23505", 23505)),
                new DataIntegrityViolationException(
                        "MySQL", new SQLIntegrityConstraintViolationException("taken", "23000", 1062)),
                new DataIntegrityViolationException(
                        "H2, batch", new BatchUpdateException("taken", "23505", 23505, new int[0])),
                new SQLTransactionRollbackException("deadlock"),
                new jakarta.persistence.OptimisticLockException("stale"));
    }

    static Stream<Throwable> databaseAway() {
        return Stream.of(
                new CannotCreateTransactionException("no connection"),
                new CannotGetJdbcConnectionException("no connection"),
                new DataAccessResourceFailureException("cut off"),
                new SQLNonTransientConnectionException("refused"),
                new SQLTransientConnectionException("pool is empty"),
                new SQLRecoverableException("cut off"));
    }

    static Stream<Throwable> others() {
        return Stream.of(
                new IllegalStateException("ours"),
                new SQLSyntaxErrorException("ours"),
                new SQLTimeoutException("slow"),
                new DataIntegrityViolationException(
                        "not null", new SQLIntegrityConstraintViolationException("missing", "23502", 1048)));
    }

    @ParameterizedTest
    @MethodSource("conflicts")
    void somebody_else_was_quicker_however_deep_that_is_wrapped(Throwable fault) {
        assertThat(Fault.isConflict(fault)).isTrue();
        assertThat(Fault.isConflict(wrapped(fault))).isTrue();
        assertThat(Fault.isDatabaseAway(wrapped(fault))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("databaseAway")
    void the_database_is_away_however_deep_that_is_wrapped(Throwable fault) {
        assertThat(Fault.isDatabaseAway(fault)).isTrue();
        assertThat(Fault.isDatabaseAway(wrapped(fault))).isTrue();
        assertThat(Fault.isConflict(wrapped(fault))).isFalse();
    }

    @Test
    void a_rollback_that_fails_as_well_tells_that_the_connection_has_gone() {
        var rollback = new JpaSystemException(new TransactionException(
                "Unable to rollback against JDBC Connection", new SQLException("Connection is closed")));
        assertThat(Fault.isDatabaseAway(rollback)).isTrue();
        assertThat(Fault.isConflict(rollback)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("others")
    void everything_else_is_neither(Throwable fault) {
        assertThat(Fault.isConflict(wrapped(fault))).isFalse();
        assertThat(Fault.isDatabaseAway(wrapped(fault))).isFalse();
    }

    @Test
    void causes_in_a_circle_come_to_an_end() {
        RuntimeException first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));

        assertThat(Fault.isConflict(first)).isFalse();
        assertThat(Fault.isDatabaseAway(first)).isFalse();
    }

    private static Throwable wrapped(Throwable fault) {
        return new TransactionSystemException("commit", new IllegalStateException("engine", fault));
    }
}
