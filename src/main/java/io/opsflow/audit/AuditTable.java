package io.opsflow.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of entries: rows are added, sealed once, deleted when they are too old, and never changed. */
@Component
class AuditTable {

    /** In the place of a link: the program did not write this entry. */
    static final long FORGED = -1;

    static final String COLUMNS = "id, created_at, actor, on_behalf_of, way, address, means, action, object_kind,"
            + " object_key, result, code, changes, trace_id, mac, seal";

    private final JdbcClient sql;

    AuditTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(AuditEntry entry, byte[] mac) {
        sql.sql("insert into audit_entry (id, created_at, actor, on_behalf_of, way, address, means, action,"
                        + " object_kind, object_key, result, code, changes, trace_id, mac) values"
                        + " (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
                .param(entry.id())
                .param(time(entry.at()))
                .param(entry.actor())
                .param(entry.onBehalfOf())
                .param(entry.way())
                .param(entry.address())
                .param(entry.means())
                .param(entry.action())
                .param(entry.kind())
                .param(entry.key())
                .param(entry.result())
                .param(entry.code())
                .param(entry.changes())
                .param(entry.trace())
                .param(mac)
                .update();
    }

    /** What no link names yet. In the order of the whole index, for the sake of H2, which would sort a long backlog anew each time. */
    List<SignedEntry> unsealed(int limit) {
        return sql.sql("select " + COLUMNS + " from audit_entry where seal is null order by seal, id limit ?")
                .param(limit)
                .query(AuditTable::entry)
                .list();
    }

    /** Tells of entries, none of which a link names yet, which one does; whoever makes links stands alone. */
    void seal(List<Long> ids, long seal) {
        if (!ids.isEmpty()) {
            sql.sql("update audit_entry set seal = :seal where id in (:ids)")
                    .params(Map.of("seal", seal, "ids", ids))
                    .update();
        }
    }

    /** The entries of some links, in the order of the chain. */
    List<SignedEntry> ofSeals(long first, long last) {
        return sql.sql("select " + COLUMNS + " from audit_entry where seal between ? and ? order by seal, id")
                .params(first, last)
                .query(AuditTable::entry)
                .list();
    }

    /** Entries that say of themselves that a link names them which is not there. */
    List<Long> outside(long start, long head, int limit) {
        return sql.sql("select id from audit_entry where seal <= ? or seal > ? order by id limit ?")
                .params(start, head, limit)
                .query(Long.class)
                .list();
    }

    long count() {
        return sql.sql("select count(*) from audit_entry").query(Long.class).single();
    }

    long countOfSeals(long last) {
        return sql.sql("select count(*) from audit_entry where seal > 0 and seal <= ?")
                .param(last)
                .query(Long.class)
                .single();
    }

    int deleteOfSeals(long last) {
        return sql.sql("delete from audit_entry where seal > 0 and seal <= ?")
                .param(last)
                .update();
    }

    static SignedEntry entry(ResultSet row, int number) throws SQLException {
        long seal = row.getLong("seal");
        Long sealed = row.wasNull() ? null : seal;
        AuditEntry entry = new AuditEntry(
                row.getLong("id"),
                row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString("actor"),
                row.getString("on_behalf_of"),
                row.getString("way"),
                row.getString("address"),
                row.getString("means"),
                row.getString("action"),
                row.getString("object_kind"),
                row.getString("object_key"),
                row.getString("result"),
                row.getString("code"),
                row.getString("changes"),
                row.getString("trace_id"));
        return new SignedEntry(entry, row.getBytes("mac"), sealed);
    }

    static LocalDateTime time(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
