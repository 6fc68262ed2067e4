package io.opsflow.workflow;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Lets MySQL 9 delete the engine's incidents: it refuses ("Foreign key cascade delete/update exceeds max tables
 * limit") as long as two foreign keys cascade within their table, and a failed job could never be repaired. The engine
 * removes an incident's parents itself and does without the keys.
 */
@Component
class IncidentsOnMySql extends AbstractProcessEnginePlugin {

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        if (!DbSqlSessionFactory.MYSQL.equals(configuration.getDatabaseType())) {
            return;
        }
        JdbcTemplate sql = new JdbcTemplate(configuration.getDataSource());
        List<String> keys = sql.queryForList(
                "select constraint_name from information_schema.referential_constraints"
                        + " where constraint_schema = database() and table_name = 'ACT_RU_INCIDENT'"
                        + " and referenced_table_name = 'ACT_RU_INCIDENT'",
                String.class);
        keys.forEach(key -> sql.execute("alter table ACT_RU_INCIDENT drop foreign key " + key));
    }
}
