package io.opsflow.audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom the log names: such a name can be nobody else's, or the one would have the other's past. */
@Component
public class AuditedPeople {

    private final JdbcClient sql;

    AuditedPeople(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether this person has done anything that the log keeps. */
    public boolean knows(String username) {
        return sql.sql("select 1 from audit_entry where actor = ? limit 1")
                .param(username)
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
