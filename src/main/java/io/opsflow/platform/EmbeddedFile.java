package io.opsflow.platform;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded database's file. While it is open it mostly grows, because compacting it in place is switched off (see the
 * decision on H2); before a start nobody uses it, and what is in use of it is copied into a new file that then takes its
 * name.
 */
final class EmbeddedFile {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedFile.class);

    /** A smaller file is not worth the time of a start, in bytes. */
    private static final long LARGE = 64L * 1024 * 1024;

    /** Below that many percent of the file being in use, a copy is much smaller. */
    private static final long SPARSE = 30;

    private EmbeddedFile() {}

    /** Closes the database, and makes its file small where that is worth it; the connection must be the only one. */
    static void close(Connection only) throws SQLException {
        close(only, LARGE);
    }

    static void close(Connection only, long large) throws SQLException {
        long size = info(only, "FILE_SIZE");
        if (size >= large && info(only, "CHUNKS_FILL_RATE") < SPARSE) {
            LOG.info("The database file has {} MB, most of them unused: it is written anew", size / 1024 / 1024);
            try (Statement statement = only.createStatement()) {
                statement.execute("shutdown compact");
            }
        }
        only.close();
    }

    private static long info(Connection database, String name) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet value = statement.executeQuery(
                        "select setting_value from information_schema.settings where setting_name = 'info." + name
                                + "'")) {
            return value.next() ? Long.parseLong(value.getString(1)) : 0; // in memory there is no file
        }
    }
}
