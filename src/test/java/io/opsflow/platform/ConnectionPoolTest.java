package io.opsflow.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.h2.Driver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

class ConnectionPoolTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration IMPATIENCE = Duration.ofMillis(700);

    private final Server server = new Server();
    private final ConnectionPool pool = new ConnectionPool();

    /** A database that can go away. */
    private static final class Server extends SimpleDriverDataSource {

        private volatile boolean away;

        @Override
        public Connection getConnection() throws SQLException {
            if (away) {
                throw new SQLException("nobody there");
            }
            return super.getConnection();
        }
    }

    @BeforeEach
    void settings() {
        server.setDriver(new Driver());
        server.setUrl("jdbc:h2:mem:connection-pool");
        pool.setDataSource(server);
        pool.setConnectionTimeout(PATIENCE.toMillis());
        pool.setMaximumPoolSize(1);
    }

    @AfterEach
    void end() {
        pool.close();
    }

    @Test
    void while_the_database_is_away_only_the_first_waits_long() throws SQLException {
        goAway();

        assertThat(waitInVain()).isGreaterThanOrEqualTo(PATIENCE);
        assertThat(waitInVain()).isLessThan(IMPATIENCE);
        assertThat(waitInVain()).isLessThan(IMPATIENCE);
    }

    @Test
    void when_it_is_back_everybody_is_patient_again() throws SQLException {
        goAway();
        waitInVain();
        waitInVain();
        server.away = false;

        Awaitility.await().ignoreExceptions().until(() -> {
            pool.getConnection().close();
            return true;
        });
        try (Connection taken = pool.getConnection()) {
            assertThat(taken.isValid(1)).isTrue();
            assertThat(waitInVain()).isGreaterThanOrEqualTo(PATIENCE);
        }
    }

    @Test
    void when_all_are_in_use_one_that_is_given_back_brings_the_patience_back() throws SQLException {
        try (Connection taken = pool.getConnection()) {
            assertThat(taken.isValid(1)).isTrue();
            waitInVain();
            assertThat(waitInVain()).isLessThan(IMPATIENCE);
        }
        try (Connection taken = pool.getConnection()) {
            assertThat(taken.isValid(1)).isTrue();
            assertThat(waitInVain()).isGreaterThanOrEqualTo(PATIENCE);
        }
    }

    private void goAway() throws SQLException {
        pool.getConnection().close();
        server.away = true;
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    private Duration waitInVain() {
        long start = System.nanoTime();
        assertThatThrownBy(pool::getConnection).isInstanceOf(SQLTransientConnectionException.class);
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
