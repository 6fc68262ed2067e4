package io.opsflow.testing;

import java.sql.Blob;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** The rows of every table, as text. */
    public SortedSet<String> now() {
        SortedSet<String> rows = new TreeSet<>();
        sql
                .queryForList(
                        "select table_name from information_schema.tables where table_schema = schema()"
                                + " and table_type = 'BASE TABLE'",
                        String.class)
                .stream()
                .filter(table -> !besides.contains(table.toUpperCase(Locale.ROOT)))
                .forEach(table -> rows(table).forEach(row -> rows.add(table + " " + row)));
        return rows;
    }

    /** What stands there and did not, and what is gone. */
    public List<String> changesSince(SortedSet<String> before) {
        SortedSet<String> now = now();
        return Stream.concat(
                        before.stream().filter(row -> !now.contains(row)).map(row -> "- " + row),
                        now.stream().filter(row -> !before.contains(row)).map(row -> "+ " + row))
                .toList();
    }

    private List<String> rows(String table) {
        return sql.queryForList("select * from \"" + table + "\"").stream()
                .map(row -> new TreeMap<>(row)
                        .entrySet().stream()
                                // The engine counts how often it wrote a row, also where it wrote what stood there.
                                .filter(column -> !column.getKey().equals("REV_"))
                                .filter(column ->
                                        !(column.getValue() instanceof byte[]) && !(column.getValue() instanceof Blob))
                                .map(Object::toString)
                                .collect(Collectors.joining(" ")))
                .toList();
    }
}
