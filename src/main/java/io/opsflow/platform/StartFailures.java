package io.opsflow.platform;

import java.net.BindException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;

/** Finds the reason that a person can remove in whatever exception ended the start. */
public final class StartFailures {

    // H2's and MySQL's numbers, see org.h2.api.ErrorCode and "Server Error Message Reference".
    private static final int H2_IN_USE = 90020;
    private static final int H2_WRONG_PASSWORD = 28000;
    private static final int H2_DAMAGED = 90030;
    private static final int H2_OTHER_VERSION = 90048;
    private static final int H2_TABLE_EXISTS = 42101;
    private static final int H2_TABLE_MISSING = 42102;
    private static final int MYSQL_TABLE_EXISTS = 1050;
    private static final int MYSQL_TABLE_MISSING = 1146;
    private static final int MYSQL_ACCESS_DENIED = 1045;
    private static final int MYSQL_NO_RIGHT_ON_DATABASE = 1044;
    private static final int MYSQL_NO_DATABASE = 1049;

    private StartFailures() {}

    /**
     * Looks through an exception and its causes.
     *
     * @param failure  what ended the start
     * @param settings as far as they were read
     * @return the sentence's owner; empty when there is nothing a person could do at once
     */
    public static Optional<StartRefused> reason(Throwable failure, @Nullable OpsFlowSettings settings) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            @Nullable StartRefused refused = of(cause, settings);
            if (refused != null) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    private static @Nullable StartRefused of(Throwable cause, @Nullable OpsFlowSettings settings) {
        if (cause instanceof StartRefused refused) {
            return refused;
        }
        if (cause instanceof PortInUseException taken) {
            return new StartRefused("platform.port-taken", taken.getPort());
        }
        if (cause instanceof FlywayValidateException) {
            return new StartRefused("platform.db-other-version");
        }
        if (cause instanceof SQLException refusal && settings != null) {
            return of(refusal, settings);
        }
        return null;
    }

    private static @Nullable StartRefused of(SQLException refusal, OpsFlowSettings settings) {
        String url = settings.database().url();
        if (!settings.database().isServer()) {
            return switch (refusal.getErrorCode()) {
                case H2_IN_USE -> new StartRefused("platform.data-in-use", settings.data());
                case H2_WRONG_PASSWORD ->
                    new StartRefused(
                            "platform.db-refused-user", settings.database().user(), "H2");
                case H2_DAMAGED, H2_OTHER_VERSION -> new StartRefused("platform.db-unreadable", settings.data());
                case H2_TABLE_EXISTS, H2_TABLE_MISSING -> incomplete(refusal);
                default -> null;
            };
        }
        String host = DatabaseUrl.host(url);
        return switch (refusal.getErrorCode()) {
            case MYSQL_ACCESS_DENIED ->
                new StartRefused("platform.db-refused-user", settings.database().user(), host);
            case MYSQL_NO_RIGHT_ON_DATABASE, MYSQL_NO_DATABASE ->
                new StartRefused(
                        "platform.db-missing",
                        DatabaseUrl.name(url),
                        host,
                        settings.database().user());
            case MYSQL_TABLE_EXISTS, MYSQL_TABLE_MISSING -> incomplete(refusal);
            default -> noConnection(refusal) ? new StartRefused("platform.db-unreachable", host) : null;
        };
    }

    /** Neither database takes back half a change of its tables when the program is killed in the middle of one. */
    private static StartRefused incomplete(SQLException refusal) {
        return new StartRefused("platform.db-incomplete", String.valueOf(refusal.getMessage()));
    }

    /** Class 08 of SQL's states is the connection. */
    private static boolean noConnection(SQLException refusal) {
        return refusal.getSQLState() != null && refusal.getSQLState().startsWith("08");
    }

    /** What the operating system's refusal to listen means. */
    static StartRefused notBound(BindException refusal, String address, int port) {
        String reason = String.valueOf(refusal.getMessage()).toLowerCase(Locale.ROOT);
        if (reason.contains("permission")) {
            return new StartRefused("platform.port-refused", port, address);
        }
        if (reason.contains("assign")) {
            return new StartRefused("platform.bad-address", address);
        }
        return new StartRefused("platform.port-taken", port);
    }
}
