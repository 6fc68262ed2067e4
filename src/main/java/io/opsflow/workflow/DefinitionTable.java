package io.opsflow.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of all processes as the engine's tables know them, and what happens in each. */
@Component
class DefinitionTable {

    /** The engine's number for it. */
    static final int SUSPENDED = 2;

    private static final String SELECT = "select d.ID_, d.KEY_, d.VERSION_, d.SUSPENSION_STATE_, p.DEPLOY_TIME_,"
            + " p.SOURCE_ from ACT_RE_PROCDEF d join ACT_RE_DEPLOYMENT p on p.ID_ = d.DEPLOYMENT_ID_";

    private final JdbcClient sql;

    DefinitionTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** One version of one process. */
    record Row(String id, String key, int version, boolean suspended, Instant deployedAt, ModelSource source) {}

    /** All versions of all processes; of each process the newest comes first. */
    List<Row> all() {
        return sql.sql(SELECT + " order by d.KEY_, d.VERSION_ desc")
                .query(DefinitionTable::row)
                .list();
    }

    /** All versions of a process, newest first; empty for an unknown one. */
    List<Row> of(String processKey) {
        return sql.sql(SELECT + " where d.KEY_ = ? order by d.VERSION_ desc")
                .param(processKey)
                .query(DefinitionTable::row)
                .list();
    }

    /** How many instances follow each version now. */
    Map<String, Long> running() {
        return counts("select PROC_DEF_ID_, count(*) from ACT_RU_EXECUTION where PARENT_ID_ is null"
                + " group by PROC_DEF_ID_");
    }

    /** In how many instances of each version something failed and is not tried again by itself. */
    Map<String, Long> failed() {
        return counts("select PROC_DEF_ID_, count(distinct PROC_INST_ID_) from ACT_RU_INCIDENT"
                + " where PROC_DEF_ID_ is not null group by PROC_DEF_ID_");
    }

    private Map<String, Long> counts(String select) {
        return sql
                .sql(select)
                .query((result, number) -> Map.entry(result.getString(1), result.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Row row(ResultSet result, int number) throws SQLException {
        return new Row(
                result.getString("ID_"),
                result.getString("KEY_"),
                result.getInt("VERSION_"),
                result.getInt("SUSPENSION_STATE_") == SUSPENDED,
                result.getObject("DEPLOY_TIME_", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                ModelSource.of(result.getString("SOURCE_")));
    }
}
