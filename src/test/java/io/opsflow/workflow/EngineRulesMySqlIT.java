package io.opsflow.workflow;

import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowMySqlTest;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The same on MySQL. */
@OpsFlowMySqlTest
@Import(EngineRulesTest.Vocabulary.class)
class EngineRulesMySqlIT extends EngineRulesTest {

    EngineRulesMySqlIT(
            @Autowired ProcessEngine engine,
            @Autowired RuntimeService runtime,
            @Autowired HistoryService history,
            @Autowired Processes processes,
            @Autowired EngineClock clock,
            @Autowired JdbcTemplate sql,
            @Autowired TransactionTemplate transaction,
            @Autowired As as,
            @Autowired Things things) {
        super(engine, runtime, history, processes, clock, sql, transaction, as, things);
    }
}
