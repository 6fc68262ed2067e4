package io.opsflow.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ProductPropertiesUtil;

/**
 * What became of the engine's own tables in a database, found out without an engine.
 *
 * @param state   how they fit this program
 * @param version the version that they are of; empty where that is not known
 * @param missing tables and indexes that should be there, in capitals
 */
public record EngineSchema(State state, String version, Set<String> missing) {

    private static final String SCRIPTS = "org/camunda/bpm/engine/db/create/activiti.";
    private static final List<String> PARTS =
            List.of("engine", "history", "identity", "decision.engine", "decision.history");
    private static final Pattern MADE = Pattern.compile("(?m)^create (?:table|(?:unique )?index) (\\w+)");

    /** How the engine's tables fit this program. */
    public enum State {
        /** There are none: they are made by the next start of the server, or by init-db. */
        ABSENT,
        /** Some are missing: a start was ended while it made them. */
        INCOMPLETE,
        /** An older engine made them, and this one has not changed them yet. */
        OLDER,
        /** A newer engine works with them. */
        NEWER,
        /** They are this engine's. */
        READY
    }

    /** The version of the engine that this program has. */
    public static String expected() {
        return ProductPropertiesUtil.getProductVersion();
    }

    /** Looks at the database behind a connection. */
    public static EngineSchema in(Connection database) throws SQLException {
        boolean mySql = database.getMetaData().getURL().startsWith("jdbc:mysql:");
        Set<String> there = new TreeSet<>();
        String here = mySql ? "database()" : "schema()";
        there.addAll(names(database, "select table_name from information_schema.tables where table_schema = " + here));
        boolean none = there.stream().noneMatch(table -> table.startsWith("ACT_"));
        there.addAll(names(
                database,
                "select index_name from information_schema." + (mySql ? "statistics" : "indexes")
                        + " where table_schema = " + here));
        if (none) {
            return new EngineSchema(State.ABSENT, "", Set.of());
        }
        Set<String> missing = new TreeSet<>();
        for (String part : PARTS) {
            MADE.matcher(script(mySql ? "mysql" : "h2", part))
                    .results()
                    .map(made -> made.group(1).toUpperCase(Locale.ROOT))
                    .filter(name -> !there.contains(name))
                    .forEach(missing::add);
        }
        String version = missing.contains("ACT_GE_SCHEMA_LOG")
                ? ""
                : names(database, "select VERSION_ from ACT_GE_SCHEMA_LOG").stream()
                        .max((one, other) -> Arrays.compare(release(one), release(other)))
                        .orElse("");
        return new EngineSchema(state(version, missing), version, missing);
    }

    private static State state(String version, Set<String> missing) {
        int difference = version.isEmpty() ? 0 : Arrays.compare(release(version), release(expected()));
        if (difference != 0) {
            return difference < 0 ? State.OLDER : State.NEWER;
        }
        return missing.isEmpty() && !version.isEmpty() ? State.READY : State.INCOMPLETE;
    }

    /** Tables change with the second number at most; patches leave them alone. */
    private static int[] release(String version) {
        return Arrays.stream(version.split("[^0-9]+"))
                .filter(number -> !number.isEmpty())
                .limit(2)
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static Set<String> names(Connection database, String query) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1).toUpperCase(Locale.ROOT));
            }
        }
        return names;
    }

    private static String script(String kind, String part) {
        String file = SCRIPTS + kind + ".create." + part + ".sql";
        try (InputStream content = ProcessEngine.class.getClassLoader().getResourceAsStream(file)) {
            if (content == null) {
                throw new IllegalStateException("the engine has no " + file);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
