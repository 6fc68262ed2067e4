package io.opsflow.audit;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of entries: rows are added, sealed once, and never changed. */
@Component
class AuditTable {

    private final JdbcClient sql;

    AuditTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(AuditEntry entry, byte[] mac) {
        sql.sql("insert into audit_entry (id, created_at, actor, on_behalf_of, way, address, means, action,"
                        + " object_kind, object_key, result, code, changes, trace_id, mac) values"
                        + " (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
                .param(entry.id())
                .param(LocalDateTime.ofInstant(entry.at(), ZoneOffset.UTC))
                .param(entry.actor())
                .param(entry.onBehalfOf())
                .param(entry.way().code())
                .param(entry.address())
                .param(entry.means())
                .param(entry.action())
                .param(entry.kind())
                .param(entry.key())
                .param(entry.result().code())
                .param(entry.code())
                .param(entry.changes())
                .param(entry.trace())
                .param(mac)
                .update();
    }
}
