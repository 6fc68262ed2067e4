package io.opsflow.workflow;

import org.camunda.bpm.engine.HistoryService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits for one person and for nobody else, for those who look after people. */
@Service
@PreAuthorize("hasAuthority('accounts.manage')")
public class Workload {

    private final JdbcClient sql;
    private final HistoryService history;
    private final EngineCall call;

    Workload(JdbcClient sql, HistoryService history, EngineCall call) {
        this.sql = sql;
        this.history = history;
        this.call = call;
    }

    /** How many open tasks are the person's own. */
    @Transactional(readOnly = true)
    public int count(String username) {
        return sql.sql("select count(*) from inbox_entry where principal = ?")
                .param(Principals.user(username))
                .query(Integer.class)
                .single();
    }

    /** Whether the engine remembers the person: by a task, by a process that was started, by anything that was done. */
    @Transactional(readOnly = true)
    public boolean knows(String username) {
        return call.of(() -> history.createHistoricTaskInstanceQuery()
                                .taskAssignee(username)
                                .count()
                        > 0
                || history.createHistoricProcessInstanceQuery()
                                .startedBy(username)
                                .count()
                        > 0
                || history.createUserOperationLogQuery().userId(username).count() > 0);
    }
}
