package io.opsflow.workflow;

import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The jobs that failed, as the engine's tables know them: those with a stack trace, by whose index they are found. */
@Component
class FailedJobTable {

    private static final int LINE = 300;

    // The line feed stands in the text as it is: the databases spell it differently.
    private static final String FAILED =
            """
            (select j.ID_, j.PROCESS_INSTANCE_ID_, j.PROCESS_DEF_ID_, j.PROCESS_DEF_KEY_, j.RETRIES_, j.DUEDATE_,
              j.SUSPENSION_STATE_, coalesce(j.FAILED_ACT_ID_, d.ACT_ID_) as ACT_ID_, l.TIMESTAMP_ as FAILED_AT_,
              coalesce(e.BUSINESS_KEY_, r.BUSINESS_KEY_) as BUSINESS_KEY_,
              substring(j.EXCEPTION_MSG_, 1, case when locate('
            ', j.EXCEPTION_MSG_) between 1 and %1$d then locate('
            ', j.EXCEPTION_MSG_) - 1 else %1$d end) as MESSAGE_
            from ACT_RU_JOB j
            left join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_
            left join ACT_HI_JOB_LOG l on l.ID_ = j.LAST_FAILURE_LOG_ID_
            left join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_
            left join ACT_RU_EXECUTION r on r.ID_ = j.ROOT_PROC_INST_ID_
            where j.EXCEPTION_STACK_ID_ is not null and j.PROCESS_INSTANCE_ID_ is not null) f
            """
                    .formatted(LINE);

    private final JdbcClient sql;

    FailedJobTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** One failed job. */
    record Row(
            String id,
            String instanceId,
            String definitionId,
            @Nullable String objectKey,
            String activityId,
            String message,
            @Nullable Instant failedAt,
            int retries,
            @Nullable Instant dueAt,
            boolean suspended) {}

    /** The line by which failures are told apart; the engine's messages can be pages long. */
    static String firstLine(@Nullable String message) {
        String line = message == null ? "" : message.lines().findFirst().orElse("");
        return line.length() > LINE ? line.substring(0, LINE) : line;
    }

    /** One page, what failed last first. */
    PageOf<Row> page(FailedJobQuery query, Paging paging) {
        Map<String, Object> params = new HashMap<>();
        String from = " from " + FAILED + where(query, params);
        List<Row> rows = sql.sql("select *" + from + " order by f.FAILED_AT_ desc, f.ID_ limit " + paging.size()
                        + " offset " + paging.offset())
                .params(params)
                .query(FailedJobTable::row)
                .list();
        long total = rows.size() < paging.size() && (paging.page() == 0 || !rows.isEmpty())
                ? paging.offset() + rows.size()
                : sql.sql("select count(*) from (select f.ID_" + from + " limit " + (PageOf.COUNTED + 1) + ") counted")
                        .params(params)
                        .query(Long.class)
                        .single();
        return new PageOf<>(
                rows, paging.page(), paging.size(), Math.min(total, PageOf.COUNTED), total > PageOf.COUNTED, null);
    }

    /** Failures by message, the most frequent first. */
    List<FailureGroup> groups(FailedJobQuery query, int limit) {
        Map<String, Object> params = new HashMap<>();
        String where = where(query, params);
        return sql.sql("select f.MESSAGE_, count(*) as JOBS_, sum(case when f.RETRIES_ = 0 then 1 else 0 end) as OPEN_,"
                        + " max(f.FAILED_AT_) as LAST_ from " + FAILED + where
                        + " group by f.MESSAGE_ order by JOBS_ desc, f.MESSAGE_ limit " + limit)
                .params(params)
                .query((result, number) -> new FailureGroup(
                        firstLine(result.getString("MESSAGE_")),
                        result.getLong("JOBS_"),
                        result.getLong("OPEN_"),
                        time(result, "LAST_")))
                .list();
    }

    /** The jobs that are not tried again by themselves, in the order in which they failed. */
    List<String> toRetry(FailedJobQuery query, int limit) {
        Map<String, Object> params = new HashMap<>();
        return sql.sql("select f.ID_ from " + FAILED + where(query, params)
                        + " and f.RETRIES_ = 0 order by f.FAILED_AT_, f.ID_ limit " + limit)
                .params(params)
                .query(String.class)
                .list();
    }

    /** How often jobs are still tried; nobody else can change them until this transaction ends. */
    Map<String, Integer> lock(Collection<String> jobIds) {
        Map<String, Integer> retries = new HashMap<>();
        sql.sql("select ID_, RETRIES_ from ACT_RU_JOB where ID_ in (:jobs) order by ID_ for update")
                .param("jobs", jobIds)
                .query((result, number) -> Map.entry(result.getString(1), result.getInt(2)))
                .list()
                .forEach(entry -> retries.put(entry.getKey(), entry.getValue()));
        return retries;
    }

    private static String where(FailedJobQuery query, Map<String, Object> params) {
        StringBuilder where = new StringBuilder(" where 1 = 1");
        if (query.processKey() != null) {
            where.append(" and f.PROCESS_DEF_KEY_ = :process");
            params.put("process", query.processKey());
        }
        if (query.message() != null) {
            where.append(" and f.MESSAGE_ = :message");
            params.put("message", query.message());
        }
        return where.toString();
    }

    private static Row row(ResultSet result, int number) throws SQLException {
        String activity = result.getString("ACT_ID_");
        return new Row(
                result.getString("ID_"),
                result.getString("PROCESS_INSTANCE_ID_"),
                result.getString("PROCESS_DEF_ID_"),
                result.getString("BUSINESS_KEY_"),
                activity == null ? "" : activity,
                firstLine(result.getString("MESSAGE_")),
                time(result, "FAILED_AT_"),
                result.getInt("RETRIES_"),
                time(result, "DUEDATE_"),
                result.getInt("SUSPENSION_STATE_") == DefinitionTable.SUSPENDED);
    }

    private static @Nullable Instant time(ResultSet result, String column) throws SQLException {
        LocalDateTime time = result.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
