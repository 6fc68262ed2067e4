package io.opsflow.testing;

import java.sql.Blob;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything that stands in a database, so that a test can say that nothing was changed. */
public final class Contents {

    private final JdbcTemplate sql;
    private final Set<String> besides;

    /** @param besides the tables that may change */
    public Contents(JdbcTemplate sql, Set<String> besides) {
        this.sql = sql;
        this.besides = besides;
    }

    /** The rows of every table, as text, in an order of their own. */
    public Map<String, List<String>> now() {
        List<String> tables = sql.queryForList(
                "select table_name from information_schema.tables where table_schema = schema() and table_type = 'BASE"
                        + " TABLE'",
                String.class);
        return tables.stream()
                .filter(table -> !besides.contains(table.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toMap(table -> table, this::rows, (one, other) -> one, TreeMap::new));
    }

    private List<String> rows(String table) {
        return sql.queryForList("select * from \"" + table + "\"").stream()
                .map(row -> new TreeMap<>(row)
                        .entrySet().stream()
                                .filter(column ->
                                        !(column.getValue() instanceof byte[]) && !(column.getValue() instanceof Blob))
                                .map(Object::toString)
                                .collect(Collectors.joining(" ")))
                .sorted()
                .toList();
    }
}
