package io.opsflow.tickets;

import io.opsflow.accounts.Traces;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether somebody stands on a ticket, in a log or under a comment. Logs and comments have no index by person: the
 * question is rare, and every ticket would pay for it.
 */
@Component
class TicketTraces implements Traces {

    private final JdbcClient sql;

    TicketTraces(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public boolean of(String username) {
        return isFound("ticket", "creator", username)
                || isFound("ticket", "assignee", username)
                || isFound("ticket_comment", "author", username)
                || isFound("ticket_log", "actor", username)
                || isFound("ticket_log", "on_behalf_of", username);
    }

    private boolean isFound(String table, String column, String username) {
        return sql.sql("select 1 from " + table + " where " + column + " = ? limit 1")
                .param(username)
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
