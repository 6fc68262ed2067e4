package io.opsflow.workflow;

import io.opsflow.kernel.InvalidInput;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The instances of processes as the engine's tables know them, running and past. In SQL, because the engine's own queries
 * tell neither what failed nor where a token stands without another question for each instance.
 */
@Component
class InstanceTable {

    private static final String INSTANCE =
            """
            select h.ID_, h.BUSINESS_KEY_, h.PROC_DEF_ID_, h.START_TIME_, h.END_TIME_, h.STATE_, h.END_ACT_ID_,
              h.START_USER_ID_, h.DELETE_REASON_, h.SUPER_PROCESS_INSTANCE_ID_, e.SUSPENSION_STATE_,
              (select count(*) from ACT_RU_INCIDENT i where i.PROC_INST_ID_ = h.ID_) as FAILURES_
            from ACT_HI_PROCINST h left join ACT_RU_EXECUTION e on e.ID_ = h.ID_
            """;

    /** An execution without others below it is a token; what is kept for compensation is none. */
    private static final String TOKENS =
            """
            from ACT_RU_EXECUTION e
            where e.ACT_ID_ is not null and e.IS_EVENT_SCOPE_ = false and not exists
              (select 1 from ACT_RU_EXECUTION c where c.PARENT_ID_ = e.ID_ and c.IS_EVENT_SCOPE_ = false)
            """;

    private static final String MULTIPLE = "#multiInstanceBody";

    private final JdbcClient sql;

    InstanceTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** One instance. */
    record Row(
            String id,
            @Nullable String objectKey,
            String definitionId,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String endedAtActivity,
            InstanceState state,
            int failures,
            @Nullable String startedBy,
            @Nullable String deleteReason,
            @Nullable String parentId) {}

    /** Where a token stands. */
    record Token(String instanceId, String activityId, @Nullable Instant since) {}

    /** One page of a process's instances; newest first unless it is sorted by {@code started_at,asc}. */
    PageOf<Row> page(Collection<String> definitionIds, InstanceQuery query, Paging paging) {
        Map<String, Object> params = new HashMap<>();
        params.put("definitions", definitionIds);
        String where = where(query, params);
        boolean up = ascending(paging.sort());
        List<Row> rows = sql.sql(INSTANCE + where + " order by h.START_TIME_" + (up ? ", h.ID_" : " desc, h.ID_ desc")
                        + " limit " + paging.size() + " offset " + paging.offset())
                .params(params)
                .query(InstanceTable::row)
                .list();
        long total = rows.size() < paging.size() && (paging.page() == 0 || !rows.isEmpty())
                ? paging.offset() + rows.size()
                : sql.sql("select count(*) from (select h.ID_ from ACT_HI_PROCINST h" + where + " limit "
                                + (PageOf.COUNTED + 1) + ") counted")
                        .params(params)
                        .query(Long.class)
                        .single();
        return new PageOf<>(
                rows, paging.page(), paging.size(), Math.min(total, PageOf.COUNTED), total > PageOf.COUNTED, null);
    }

    Optional<Row> find(String instanceId) {
        return sql.sql(INSTANCE + " where h.ID_ = ?")
                .param(instanceId)
                .query(InstanceTable::row)
                .optional();
    }

    /** Whether a running instance is suspended; nobody else can change that until this transaction ends. */
    Optional<Boolean> lock(String instanceId) {
        return sql.sql("select SUSPENSION_STATE_ from ACT_RU_EXECUTION where ID_ = ? and PARENT_ID_ is null for update")
                .param(instanceId)
                .query((result, number) -> result.getInt(1) == DefinitionTable.SUSPENDED)
                .optional();
    }

    /** The instances that this one has called, oldest first. */
    List<Row> calledBy(String instanceId, int limit) {
        return sql.sql(INSTANCE + " where h.SUPER_PROCESS_INSTANCE_ID_ = ? order by h.START_TIME_, h.ID_ limit "
                        + limit)
                .param(instanceId)
                .query(InstanceTable::row)
                .list();
    }

    /** Where instances stand now. */
    List<Token> tokens(Collection<String> instanceIds) {
        if (instanceIds.isEmpty()) {
            return List.of();
        }
        return sql.sql(
                        """
                        select t.PROC_INST_ID_, t.ACT_ID_, a.START_TIME_ as SINCE_, j.CREATE_TIME_ from
                          (select e.ID_, e.PROC_INST_ID_, e.ACT_ID_, e.ACT_INST_ID_ %s and e.PROC_INST_ID_ in (:instances)) t
                        left join ACT_HI_ACTINST a on a.ID_ = t.ACT_INST_ID_ and a.ACT_ID_ = t.ACT_ID_
                        left join ACT_RU_JOB j on j.EXECUTION_ID_ = t.ID_ and j.HANDLER_TYPE_ = 'async-continuation'
                        order by t.PROC_INST_ID_, a.START_TIME_, t.ID_
                        """
                                .formatted(TOKENS))
                .param("instances", instanceIds)
                .query((result, number) -> {
                    Instant since = time(result, "SINCE_");
                    return new Token(
                            result.getString("PROC_INST_ID_"),
                            activity(result.getString("ACT_ID_")),
                            since == null ? time(result, "CREATE_TIME_") : since);
                })
                .list();
    }

    /** How many tokens stand at each place of some versions. */
    Map<String, Long> tokensByActivity(Collection<String> definitionIds) {
        return counts(
                "select e.ACT_ID_, count(*) " + TOKENS + " and e.PROC_DEF_ID_ in (:definitions) group by e.ACT_ID_",
                definitionIds);
    }

    /** How much failed at each place of some versions. */
    Map<String, Long> failuresByActivity(Collection<String> definitionIds) {
        return counts(
                "select i.ACTIVITY_ID_, count(*) from ACT_RU_INCIDENT i where i.ACTIVITY_ID_ is not null and"
                        + " i.PROC_DEF_ID_ in (:definitions) group by i.ACTIVITY_ID_",
                definitionIds);
    }

    private Map<String, Long> counts(String select, Collection<String> definitionIds) {
        Map<String, Long> counts = new HashMap<>();
        sql.sql(select)
                .param("definitions", definitionIds)
                .query((result, number) -> Map.entry(activity(result.getString(1)), result.getLong(2)))
                .list()
                .forEach(entry -> counts.merge(entry.getKey(), entry.getValue(), Long::sum));
        return counts;
    }

    private static String where(InstanceQuery query, Map<String, Object> params) {
        StringBuilder where = new StringBuilder(" where h.PROC_DEF_ID_ in (:definitions)");
        if (query.state() != null) {
            where.append(
                    switch (query.state()) {
                        case RUNNING -> " and h.END_TIME_ is null";
                        case FAILED -> " and h.ID_ in (select i.PROC_INST_ID_ from ACT_RU_INCIDENT i)";
                        case SUSPENDED ->
                            " and h.END_TIME_ is null and h.ID_ in"
                                    + " (select s.ID_ from ACT_RU_EXECUTION s where s.SUSPENSION_STATE_ = "
                                    + DefinitionTable.SUSPENDED + ")";
                        case ENDED -> " and h.END_TIME_ is not null";
                        case CANCELLED -> " and h.END_TIME_ is not null and h.STATE_ <> 'COMPLETED'";
                    });
        }
        if (query.activityId() != null) {
            where.append(" and h.ID_ in (select e.PROC_INST_ID_ ")
                    .append(TOKENS)
                    .append(" and e.PROC_DEF_ID_ in (:definitions) and e.ACT_ID_ in (:activities))");
            params.put("activities", List.of(query.activityId(), query.activityId() + MULTIPLE));
        }
        if (query.q() != null && !query.q().isBlank()) {
            where.append(" and h.BUSINESS_KEY_ like :begin escape '!'");
            params.put("begin", literally(query.q().strip().toUpperCase(Locale.ROOT)) + "%");
        }
        return where.toString();
    }

    private static String literally(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static boolean ascending(@Nullable String sort) {
        if (sort == null || sort.equals("started_at,desc")) {
            return false;
        }
        if (sort.equals("started_at") || sort.equals("started_at,asc")) {
            return true;
        }
        throw new InvalidInput("sort", "unknown-sort", "started_at");
    }

    private static String activity(String id) {
        return id.endsWith(MULTIPLE) ? id.substring(0, id.length() - MULTIPLE.length()) : id;
    }

    private static Row row(ResultSet result, int number) throws SQLException {
        Instant ended = time(result, "END_TIME_");
        int failures = result.getInt("FAILURES_");
        return new Row(
                result.getString("ID_"),
                result.getString("BUSINESS_KEY_"),
                result.getString("PROC_DEF_ID_"),
                result.getObject("START_TIME_", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                ended,
                result.getString("END_ACT_ID_"),
                state(ended, result.getString("STATE_"), result.getInt("SUSPENSION_STATE_"), failures),
                failures,
                result.getString("START_USER_ID_"),
                result.getString("DELETE_REASON_"),
                result.getString("SUPER_PROCESS_INSTANCE_ID_"));
    }

    private static InstanceState state(@Nullable Instant ended, String state, int suspension, int failures) {
        if (ended != null) {
            return "COMPLETED".equals(state) ? InstanceState.ENDED : InstanceState.CANCELLED;
        }
        if (suspension == DefinitionTable.SUSPENDED) {
            return InstanceState.SUSPENDED;
        }
        return failures > 0 ? InstanceState.FAILED : InstanceState.RUNNING;
    }

    private static @Nullable Instant time(ResultSet result, String column) throws SQLException {
        LocalDateTime time = result.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
