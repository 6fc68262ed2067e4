package io.opsflow.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of the chain: links and the two places that are known for sure. */
@Component
class ChainTable {

    private final JdbcClient sql;

    ChainTable(JdbcClient sql) {
        this.sql = sql;
    }

    ChainMark mark(String name) {
        return mark(name, "");
    }

    /** Holds the head until the transaction ends: whoever makes links waits for whoever makes one. */
    ChainMark lockHead() {
        return mark(ChainMark.HEAD, " for update");
    }

    void move(ChainMark mark) {
        int moved = sql.sql("update audit_mark set seal = ?, hash = ?, mac = ? where name = ?")
                .params(mark.seal(), mark.hash(), mark.mac(), mark.name())
                .update();
        if (moved == 0) { // somebody has removed it
            sql.sql("insert into audit_mark (name, seal, hash, mac) values (?,?,?,?)")
                    .params(mark.name(), mark.seal(), mark.hash(), mark.mac())
                    .update();
        }
    }

    Optional<Seal> last() {
        return sql.sql("select id, sealed_at, members, hash from audit_seal order by id desc limit 1")
                .query(ChainTable::seal)
                .optional();
    }

    /** The hash of a link. */
    Optional<byte[]> hash(long seal) {
        return sql.sql("select hash from audit_seal where id = ?")
                .param(seal)
                .query(byte[].class)
                .optional();
    }

    List<Seal> after(long seal, long last, int limit) {
        return sql.sql("select id, sealed_at, members, hash from audit_seal where id > ? and id <= ? order by id"
                        + " limit ?")
                .params(seal, last, limit)
                .query(ChainTable::seal)
                .list();
    }

    void insert(Seal seal) {
        sql.sql("insert into audit_seal (id, sealed_at, entries, members, hash) values (?,?,?,?,?)")
                .params(
                        seal.id(),
                        LocalDateTime.ofInstant(seal.at(), ZoneOffset.UTC),
                        seal.members().size(),
                        seal.membersText(),
                        seal.hash())
                .update();
    }

    /** The last link, from the start, that was made before a time and whose entries are all from before it. */
    Optional<Long> lastBefore(Instant time) {
        return sql.sql("select max(id) from audit_seal where sealed_at < ?")
                .param(LocalDateTime.ofInstant(time, ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    int deleteUntil(long seal) {
        return sql.sql("delete from audit_seal where id <= ?").param(seal).update();
    }

    private ChainMark mark(String name, String how) {
        return sql.sql("select name, seal, hash, mac from audit_mark where name = ?" + how)
                .param(name)
                .query((row, number) -> new ChainMark(
                        row.getString("name"), row.getLong("seal"), row.getBytes("hash"), row.getBytes("mac")))
                .optional()
                // Somebody has removed the row: that is no reason to stop, and is found as a signature that is missing.
                .orElseGet(() -> new ChainMark(name, 0, new byte[0], new byte[0]));
    }

    private static Seal seal(ResultSet row, int number) throws SQLException {
        return new Seal(
                row.getLong("id"),
                row.getObject("sealed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                Seal.members(row.getString("members")),
                row.getBytes("hash"));
    }
}
