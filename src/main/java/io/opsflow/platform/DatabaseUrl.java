package io.opsflow.platform;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Completes a bare database URL with what OpsFlow needs there. What the URL says already is left as it is. */
final class DatabaseUrl {

    static final String H2 = "jdbc:h2:";
    static final String MYSQL = "jdbc:mysql:";

    private DatabaseUrl() {}

    /** The database file that belongs to a data folder. */
    static String inFolder(Path data) {
        return H2 + "file:" + data.resolve("opsflow").toString().replace('\\', '/');
    }

    static String completed(String bare) {
        if (bare.startsWith(MYSQL)) {
            return with(bare, bare.contains("?") ? "&" : "?", "&", forMySql());
        }
        if (bare.startsWith(H2)) {
            return with(bare, ";", ";", forH2(bare));
        }
        throw new StartRefused("platform.db-url-kind", "OPSFLOW_DB_URL");
    }

    private static Map<String, String> forMySql() {
        Map<String, String> wanted = new LinkedHashMap<>();
        // Without it the engine takes its tables in another schema for its own.
        wanted.put("nullCatalogMeansCurrent", "true");
        wanted.put("connectionTimeZone", "UTC");
        wanted.put("forceConnectionTimeZoneToSession", "true");
        // About a third less work on both sides.
        wanted.put("useServerPrepStmts", "true");
        wanted.put("cachePrepStmts", "true");
        wanted.put("prepStmtCacheSize", "500");
        wanted.put("prepStmtCacheSqlLimit", "4096");
        // Rows that are written together go in one statement: an import would wait for the network with each of them.
        wanted.put("rewriteBatchedStatements", "true");
        // A server that went away without a word is noticed.
        wanted.put("connectTimeout", "10000");
        wanted.put("socketTimeout", "120000");
        return wanted;
    }

    private static Map<String, String> forH2(String bare) {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("DB_CLOSE_ON_EXIT", "FALSE");
        wanted.put("LOCK_TIMEOUT", "10000");
        if (bare.startsWith(H2 + "mem:")) {
            wanted.put("DB_CLOSE_DELAY", "-1");
        } else {
            // What was committed is on the disk: otherwise a power cut takes half a second of work away.
            wanted.put("WRITE_DELAY", "0");
            // Rearranging the file at the end gains little, and an end in the middle of it could lose what was
            // committed.
            wanted.put("MAX_COMPACT_TIME", "0");
        }
        return wanted;
    }

    private static String with(String bare, String first, String next, Map<String, String> wanted) {
        String given = bare.toLowerCase(Locale.ROOT);
        StringBuilder url = new StringBuilder(bare);
        String separator = first;
        for (Map.Entry<String, String> property : wanted.entrySet()) {
            String name = property.getKey().toLowerCase(Locale.ROOT);
            if (given.contains("?" + name + "=")
                    || given.contains("&" + name + "=")
                    || given.contains(";" + name + "=")) {
                continue;
            }
            url.append(separator).append(property.getKey()).append('=').append(property.getValue());
            separator = next;
        }
        return url.toString();
    }

    /** The server's name and port as a person would write them, of a URL of either kind; the URL's head where it has none. */
    static String host(String url) {
        String rest = url.replaceFirst("^jdbc:[a-z0-9]+:(//)?", "");
        return rest.replaceFirst("[/?;].*", "").replaceFirst("^.*@", "");
    }

    /** The database's name in a MySQL URL. */
    static String name(String url) {
        return url.replaceFirst("^jdbc:[a-z0-9]+://[^/]*/?", "").replaceFirst("[?;].*", "");
    }
}
