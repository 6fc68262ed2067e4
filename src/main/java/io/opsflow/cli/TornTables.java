package io.opsflow.cli;

import io.opsflow.platform.OpsFlowSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/**
 * Removes tables that a first start has left half made. Neither database takes back the making of tables when the program
 * is killed in the middle of it. Only where no start has ever come to its end: that leaves models behind, and from then on
 * only a backup helps.
 */
final class TornTables {

    /** A start has come to its end as soon as one of them has a row. */
    private static final List<String> USED =
            List.of("ACT_RE_DEPLOYMENT", "ACT_RU_EXECUTION", "ACT_HI_PROCINST", "ticket");

    private TornTables() {}

    static void drop(OpsFlowSettings settings) {
        try (Connection database = Schema.connect(settings)) {
            boolean mySql = settings.database().isServer();
            if (mySql && others(database) > 0) {
                throw new Refused(Exit.UNAVAILABLE, "cli.redo-in-use");
            }
            Set<String> tables = Schema.ours(database);
            for (String used : USED) {
                if (tables.stream().anyMatch(used::equalsIgnoreCase) && hasRows(database, used)) {
                    throw new Refused(Exit.REFUSED, "cli.redo-refused", used);
                }
            }
            try (Statement statement = database.createStatement()) {
                if (mySql) {
                    statement.execute("set foreign_key_checks = 0");
                }
                String quote = database.getMetaData().getIdentifierQuoteString();
                for (String table : tables) {
                    statement.execute("drop table " + quote + table + quote + (mySql ? "" : " cascade"));
                }
            }
        } catch (SQLException e) {
            throw Schema.unavailable(e, settings);
        }
    }

    /** What is being made at this moment looks like what was left half made. */
    private static int others(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from information_schema.processlist"
                        + " where db = database() and id <> connection_id()")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private static boolean hasRows(Connection database, String table) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select 1 from " + table + " limit 1")) {
            return row.next();
        }
    }
}
