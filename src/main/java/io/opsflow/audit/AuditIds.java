package io.opsflow.audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Numbers of entries, in blocks: so large ones that nobody notices when one is fetched. */
@Component
class AuditIds {

    private static final int BLOCK = 500;

    private final JdbcClient sql;
    private final TransactionTemplate alone;
    private long next;
    private long end;

    AuditIds(JdbcClient sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    synchronized long next() {
        if (next == end) {
            next = alone.execute(status -> block());
            end = next + BLOCK;
        }
        return next++;
    }

    private long block() {
        sql.sql("update id_sequence set next_id = next_id + ? where name = 'audit'")
                .param(BLOCK)
                .update();
        return sql.sql("select next_id from id_sequence where name = 'audit'")
                        .query(Long.class)
                        .single()
                - BLOCK;
    }
}
