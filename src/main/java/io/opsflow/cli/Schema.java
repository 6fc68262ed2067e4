package io.opsflow.cli;

import io.opsflow.platform.OpsFlowSettings;
import io.opsflow.platform.OpsFlowSettings.Database;
import io.opsflow.platform.StartFailures;
import io.opsflow.workflow.EngineSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * How the tables in the database fit this program, found out without changing them.
 *
 * @param state   what that means
 * @param detail  the changes or tables that tell it
 * @param pending how many changes of the tables wait to be made
 * @param engine  the same for the engine's own tables
 */
record Schema(State state, String detail, int pending, EngineSchema.State engine) {

    private static final String FOLDER = "db/migration";
    private static final Pattern TABLE = Pattern.compile("(?mi)^create table (\\w+)");
    static final int H2_NOT_FOUND = 90146;

    /** How tables fit a program; the last part of each refusal's key. */
    enum State {
        EMPTY,
        INCOMPLETE,
        OLDER,
        NEWER,
        CHANGED,
        READY
    }

    /**
     * Looks at the database of the settings.
     *
     * @throws io.opsflow.platform.StartRefused the database does not answer
     */
    static Schema of(OpsFlowSettings settings) {
        try (Connection connection = connect(settings)) {
            return of(connection);
        } catch (SQLException e) {
            if (e.getErrorCode() == H2_NOT_FOUND && !settings.database().isServer()) {
                return new Schema(State.EMPTY, "", migrations(), EngineSchema.State.ABSENT);
            }
            throw unavailable(e, settings);
        }
    }

    /** Never makes a database file where there is none. */
    static Connection connect(OpsFlowSettings settings) throws SQLException {
        Database database = settings.database();
        String url = database.url().startsWith("jdbc:h2:file:") ? database.url() + ";IFEXISTS=TRUE" : database.url();
        return DriverManager.getConnection(url, database.user(), database.password());
    }

    /** What a database says that does not let anybody in, in a sentence where there is one. */
    static RuntimeException unavailable(SQLException refusal, OpsFlowSettings settings) {
        return StartFailures.reason(refusal, settings)
                .<RuntimeException>map(reason -> reason)
                .orElseGet(() ->
                        new Refused(Exit.UNAVAILABLE, "cli.database-failed", String.valueOf(refusal.getMessage())));
    }

    static Schema of(Connection connection) throws SQLException {
        List<MigrationInfo> all = List.of(flyway(connection).info().all());
        EngineSchema engine = EngineSchema.in(connection);
        Set<String> unknown = scripts(all, state -> !state.isResolved());
        List<MigrationInfo> waiting =
                all.stream().filter(one -> !one.getState().isApplied()).toList();
        Set<String> torn = new TreeSet<>(scripts(all, MigrationState::isFailed));
        torn.addAll(halfMade(connection, waiting));
        boolean untouched = waiting.size() == all.size() && engine.state() == EngineSchema.State.ABSENT;
        if (!unknown.isEmpty() || engine.state() == EngineSchema.State.NEWER) {
            return schema(State.NEWER, unknown, waiting, engine);
        }
        if (!torn.isEmpty() || engine.state() == EngineSchema.State.INCOMPLETE) {
            torn.addAll(engine.missing());
            return schema(State.INCOMPLETE, torn, waiting, engine);
        }
        if (untouched) {
            return schema(State.EMPTY, Set.of(), waiting, engine);
        }
        if (!waiting.isEmpty() || engine.state() != EngineSchema.State.READY) {
            return schema(State.OLDER, scripts(waiting, state -> true), waiting, engine);
        }
        var validated = flyway(connection).validateWithResult();
        return schema(
                validated.validationSuccessful ? State.READY : State.CHANGED,
                validated.invalidMigrations.stream().map(one -> one.filepath).collect(Collectors.toSet()),
                waiting,
                engine);
    }

    private static Schema schema(State state, Set<String> detail, List<MigrationInfo> waiting, EngineSchema engine) {
        String version = engine.state() == EngineSchema.State.READY ? "" : ("engine " + engine.version()).strip();
        List<String> some = new ArrayList<>(detail.stream().limit(3).toList());
        if (detail.size() > some.size()) {
            some.add("…");
        }
        if (!version.isEmpty() && state != State.EMPTY) {
            some.add(version);
        }
        return new Schema(state, String.join(", ", some), waiting.size(), engine.state());
    }

    /** Refuses every other state with a sentence that shows the way out. */
    void mustBeReady() {
        if (state != State.READY) {
            throw refusal();
        }
    }

    Refused refusal() {
        return new Refused(Exit.UNAVAILABLE, key(), detail.isEmpty() ? "–" : detail);
    }

    String key() {
        return "cli.schema-" + state.name().toLowerCase(Locale.ROOT);
    }

    private static Flyway flyway(Connection connection) throws SQLException {
        String vendor = connection.getMetaData().getURL().startsWith("jdbc:mysql:") ? "mysql" : "h2";
        return Flyway.configure()
                .dataSource(new SingleConnectionDataSource(connection, true))
                .locations("classpath:" + FOLDER, "classpath:db/vendor/" + vendor)
                .failOnMissingLocations(false)
                .outOfOrder(true)
                .load();
    }

    private static int migrations() {
        return Flyway.configure()
                .dataSource("jdbc:h2:mem:", "sa", "")
                .locations("classpath:" + FOLDER)
                .load()
                .info()
                .all()
                .length;
    }

    private static Set<String> scripts(List<MigrationInfo> all, Predicate<MigrationState> wanted) {
        return all.stream()
                .filter(one -> wanted.test(one.getState()))
                .map(one -> one.getVersion() == null
                        ? one.getDescription()
                        : one.getVersion().getVersion())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Tables of changes that have not been made, or not to their end. */
    private static Set<String> halfMade(Connection connection, List<MigrationInfo> waiting) throws SQLException {
        Set<String> there = tables(connection).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Set<String> made = made(waiting);
        made.retainAll(there);
        return made;
    }

    /** Every table in the database that OpsFlow or its engine made, spelled as it stands there. */
    static Set<String> ours(Connection connection) throws SQLException {
        Set<String> made = made(List.of(flyway(connection).info().all()));
        return tables(connection).stream()
                .filter(name -> name.toUpperCase(Locale.ROOT).startsWith("ACT_")
                        || name.equalsIgnoreCase("flyway_schema_history")
                        || made.contains(name.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    /** The tables that changes make. */
    private static Set<String> made(List<MigrationInfo> changes) {
        Set<String> made = new TreeSet<>();
        for (MigrationInfo one : changes) {
            TABLE.matcher(script(one))
                    .results()
                    .map(table -> table.group(1).toLowerCase(Locale.ROOT))
                    .forEach(made::add);
        }
        return made;
    }

    /** Empty for a change that this program does not know. */
    private static String script(MigrationInfo one) {
        ClassPathResource file = new ClassPathResource(FOLDER + "/" + one.getScript());
        try {
            return file.exists() ? file.getContentAsString(StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
