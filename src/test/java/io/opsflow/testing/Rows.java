package io.opsflow.testing;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Many rows by one statement, which is many times faster than one by one on MySQL. */
public final class Rows {

    private Rows() {}

    /**
     * Writes them all.
     *
     * @param into {@code table (column, …)}
     */
    public static void insert(JdbcTemplate sql, String into, List<Object[]> rows) {
        String row = "(" + String.join(",", Collections.nCopies(rows.get(0).length, "?")) + ")";
        sql.update(
                "insert into " + into + " values " + String.join(",", Collections.nCopies(rows.size(), row)),
                rows.stream().flatMap(Stream::of).toArray());
    }
}
