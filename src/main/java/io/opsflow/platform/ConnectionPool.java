package io.opsflow.platform;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/**
 * The connections to the database. Whoever needs one waits for it; once somebody has waited in vain, everybody waits only a
 * moment, until somebody has one again. One call often needs several connections, one after the other, or waits for other
 * calls that need one: while the database is away, it is answered when the first has not come, and not as many times later.
 */
class ConnectionPool extends HikariDataSource {

    private static final int MOMENT = 250;

    private volatile boolean waitedInVain;

    @Override
    public Connection getConnection() throws SQLException {
        try {
            Connection connection = waitedInVain ? soon() : super.getConnection();
            waitedInVain = false;
            return connection;
        } catch (SQLTransientConnectionException e) {
            waitedInVain = true;
            throw e;
        }
    }

    /** The pool reads its own time-out once, when it is made: what is set later changes nothing. */
    private Connection soon() throws SQLException {
        return getHikariPoolMXBean() instanceof HikariPool pool ? pool.getConnection(MOMENT) : super.getConnection();
    }
}
