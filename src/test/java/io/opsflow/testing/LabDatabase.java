package io.opsflow.testing;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A new database on the MySQL lab, dropped afterwards. */
public final class LabDatabase implements AutoCloseable {

    private final String server = setting("OPSFLOW_LAB_MYSQL_URL").replaceFirst("/[^/]*$", "/");
    private final String user = setting("OPSFLOW_LAB_MYSQL_USER");
    private final String password = setting("OPSFLOW_LAB_MYSQL_PASSWORD");
    private final String schema = "opsflow_" + UUID.randomUUID().toString().replace("-", "");

    public LabDatabase() {
        execute("create database " + schema);
    }

    /** What the product must be told to use it. */
    public Map<String, String> settings() {
        return settings(url());
    }

    /** The same through another port of this machine. */
    public Map<String, String> settingsThrough(int port) {
        return settings(url().replace(":" + port(), ":" + port));
    }

    /** The port that the server listens on. */
    public int port() {
        return URI.create(server.substring("jdbc:".length())).getPort();
    }

    public String url() {
        return server + schema;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), user, password);
    }

    private Map<String, String> settings(String url) {
        return Map.of("OPSFLOW_DB_URL", url, "OPSFLOW_DB_USER", user, "OPSFLOW_DB_PASSWORD", password);
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(server, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String setting(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }

    @Override
    public void close() {
        execute("drop database if exists " + schema);
    }
}
