package io.opsflow.platform;

import io.opsflow.platform.OpsFlowSettings.Database;
import io.opsflow.platform.OpsFlowSettings.Profile;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Makes settings of what stands in the environment, and says in a sentence what is wrong with it. */
final class SettingsReader {

    static final String DEFAULT_PORT = "8080";
    static final String DEFAULT_ADDRESS = "127.0.0.1";
    static final String DEFAULT_DATA = "./data";
    static final String DEFAULT_CONNECTIONS = "20";
    static final String DEFAULT_TIME_ZONE = "Asia/Shanghai";

    private static final Set<String> PLACEHOLDER_PASSWORDS = Set.of(
            "opsflow", "password", "passwd", "secret", "root", "admin", "mysql", "test", "demo", "123456", "changeit");

    private final Function<String, @Nullable String> properties;

    /** @param properties finds the value of a property such as {@code opsflow.port} */
    SettingsReader(Function<String, @Nullable String> properties) {
        this.properties = properties;
    }

    OpsFlowSettings read() {
        Profile profile = profile();
        int port = port();
        String address = address();
        ZoneId timeZone = timeZone();
        URI baseUrl = baseUrl(address, port);
        Path data = data();
        Database database = database(data, profile);
        boolean demoData = profile == Profile.DEMO && !"false".equals(given("opsflow.demo-data", "true"));
        SecretKey secretKey = secretKey(data, profile);
        return new OpsFlowSettings(profile, address, port, data, database, secretKey, baseUrl, timeZone, demoData);
    }

    private Profile profile() {
        String name = given("opsflow.profile", "demo");
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "demo" -> Profile.DEMO;
            case "production" -> Profile.PRODUCTION;
            default -> throw new StartRefused("platform.bad-profile", name);
        };
    }

    private int port() {
        String text = given("opsflow.port", DEFAULT_PORT);
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
        if (port < 0 || port > 65_535) {
            throw new StartRefused("platform.bad-port", text);
        }
        return port;
    }

    private String address() {
        String address = given("opsflow.address", DEFAULT_ADDRESS);
        try {
            InetAddress.getByName(address);
            return address;
        } catch (UnknownHostException e) {
            throw new StartRefused("platform.bad-address", address);
        }
    }

    private ZoneId timeZone() {
        String name = given("opsflow.time-zone", DEFAULT_TIME_ZONE);
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new StartRefused("platform.bad-time-zone", name);
        }
    }

    private URI baseUrl(String address, int port) {
        String fallback = "http://" + (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
        String text = given("opsflow.base-url", fallback).replaceFirst("/+$", "");
        try {
            URI url = new URI(text);
            boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (web && url.getHost() != null && url.getQuery() == null && url.getFragment() == null) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new StartRefused("platform.bad-base-url", text);
        }
        throw new StartRefused("platform.bad-base-url", text);
    }

    private Path data() {
        String text = given("opsflow.data", DEFAULT_DATA);
        try {
            Path folder = Path.of(text).toAbsolutePath().normalize();
            DataFolder.makeWritable(folder);
            return folder;
        } catch (InvalidPathException e) {
            throw new StartRefused("platform.data-not-writable", text);
        }
    }

    private Database database(Path data, Profile profile) {
        @Nullable String bare = properties.apply("opsflow.db.url");
        String url = DatabaseUrl.completed(bare == null || bare.isBlank() ? DatabaseUrl.inFolder(data) : bare.strip());
        boolean server = url.startsWith(DatabaseUrl.MYSQL);
        String user = given("opsflow.db.user", server ? "opsflow" : "sa");
        @Nullable String password = properties.apply("opsflow.db.password");
        if (server && profile == Profile.PRODUCTION) {
            if (password == null || password.isBlank()) {
                throw new StartRefused("platform.secret-missing", "OPSFLOW_DB_PASSWORD");
            }
            if (PLACEHOLDER_PASSWORDS.contains(password.toLowerCase(Locale.ROOT)) || Secrets.isPlaceholder(password)) {
                throw new StartRefused("platform.secret-placeholder", "OPSFLOW_DB_PASSWORD");
            }
        }
        return new Database(url, user, password == null ? "" : password, connections());
    }

    private int connections() {
        String text = given("opsflow.db.pool", DEFAULT_CONNECTIONS);
        int connections = text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
        if (connections < 5 || connections > 200) {
            throw new StartRefused("platform.bad-db-pool", text);
        }
        return connections;
    }

    private SecretKey secretKey(Path data, Profile profile) {
        String text = given("opsflow.secret-key", "");
        if (!text.isEmpty()) {
            return Secrets.key(text, profile);
        }
        if (profile == Profile.PRODUCTION) {
            throw new StartRefused("platform.secret-missing", "OPSFLOW_SECRET_KEY");
        }
        return Secrets.keyInFolder(data);
    }

    private String given(String property, String otherwise) {
        @Nullable String value = properties.apply(property);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }
}
