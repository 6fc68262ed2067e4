package io.opsflow.workflow;

import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tables behind the inbox, written in the engine's transaction. In SQL and not through entities, because a page
 * is a union of one index range for each principal, which JPQL cannot say.
 */
@Component
class InboxTable {

    private static final Instant NO_DEADLINE = Instant.parse("9999-01-01T00:00:00Z");

    private static final Map<String, String> ORDERS = Map.of(
            "urgency", "urgency, sort_due, created_at, task_id",
            "due_at", "sort_due, created_at, task_id",
            "created_at", "created_at, task_id");

    private final JdbcClient sql;
    private final JdbcTemplate batches;

    InboxTable(JdbcTemplate jdbc) {
        this.sql = JdbcClient.create(jdbc);
        this.batches = jdbc;
    }

    void add(InboxRow row, Collection<String> principals) {
        sql.sql("insert into inbox_task (id, definition_id, process_key, instance_id, object_key, title, step, status,"
                        + " action, assignee, urgency, due_at, created_at) values (?,?,?,?,?,?,?,?,?,?,?,?,?)")
                .params(
                        row.id(),
                        row.definitionId(),
                        row.processKey(),
                        row.instanceId(),
                        row.objectKey(),
                        row.title(),
                        row.step(),
                        row.status(),
                        row.action(),
                        row.assignee(),
                        row.urgency().rank(),
                        time(row.dueAt()),
                        time(row.createdAt()))
                .update();
        offer(row, principals);
    }

    /** The task belongs to other people now. */
    void hand(InboxRow row, @Nullable String assignee, Collection<String> principals) {
        sql.sql("update inbox_task set assignee = ? where id = ?")
                .params(assignee, row.id())
                .update();
        sql.sql("delete from inbox_entry where task_id = ?").param(row.id()).update();
        offer(row, principals);
    }

    private void offer(InboxRow row, Collection<String> principals) {
        Instant due = row.dueAt() == null ? NO_DEADLINE : row.dueAt();
        batches.batchUpdate(
                "insert into inbox_entry (principal, task_id, urgency, sort_due, created_at) values (?,?,?,?,?)",
                principals.stream()
                        .map(principal -> new Object[] {
                            principal, row.id(), row.urgency().rank(), time(due), time(row.createdAt())
                        })
                        .toList());
    }

    /** The task stands in another version of its process now, perhaps at another step. */
    void move(String taskId, String definitionId, String processKey, ProcessModel.TaskStep step) {
        sql.sql("update inbox_task set definition_id = ?, process_key = ?, step = ?, status = ?, action = ?"
                        + " where id = ?")
                .params(definitionId, processKey, step.id(), step.status(), step.action(), taskId)
                .update();
    }

    void remove(String taskId) {
        sql.sql("delete from inbox_entry where task_id = ?").param(taskId).update();
        sql.sql("delete from inbox_task where id = ?").param(taskId).update();
    }

    /** What the tasks are about has another title or urgency now; deadlines belong to the diagram. */
    void describe(String objectKey, Subject subject) {
        sql.sql("update inbox_task set title = ?, urgency = ? where object_key = ?")
                .params(subject.title(), subject.urgency().rank(), objectKey)
                .update();
        sql.sql("update inbox_entry set urgency = ?"
                        + " where task_id in (select id from inbox_task where object_key = ?)")
                .params(subject.urgency().rank(), objectKey)
                .update();
    }

    Optional<InboxRow> find(String taskId) {
        return sql.sql("select * from inbox_task t where id = ?")
                .param(taskId)
                .query(InboxTable::row)
                .optional();
    }

    /** One task, which nobody else can change until this transaction ends. */
    Optional<InboxRow> hold(String taskId) {
        return sql.sql("select * from inbox_task t where id = ? for update")
                .param(taskId)
                .query(InboxTable::row)
                .optional();
    }

    List<InboxRow> ofObject(String objectKey) {
        return sql.sql("select * from inbox_task t where object_key = ? order by created_at, id")
                .param(objectKey)
                .query(InboxTable::row)
                .list();
    }

    /**
     * The open tasks of an object, which nobody else can complete until this transaction ends: the engine itself finds
     * two people at one task only when it writes, and by then may have stumbled over half of what the other has done.
     */
    List<InboxRow> lock(String objectKey) {
        return sql.sql("select * from inbox_task t where object_key = ? order by created_at, id for update")
                .param(objectKey)
                .query(InboxTable::row)
                .list();
    }

    /** The open tasks that are one person's, or offered by name. */
    List<InboxRow> ofPrincipal(String principal) {
        return sql.sql("select t.* from inbox_task t join inbox_entry e on e.task_id = t.id where e.principal = ?"
                        + " order by t.created_at, t.id")
                .param(principal)
                .query(InboxTable::row)
                .list();
    }

    /** To whom each of the tasks is offered, whoever has claimed it: of claimed ones, only the engine's table tells. */
    Map<String, List<String>> candidates(Collection<InboxRow> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> candidates = new HashMap<>();
        sql.sql("select TASK_ID_, coalesce(USER_ID_, GROUP_ID_) as NAME_ from ACT_RU_IDENTITYLINK"
                        + " where TASK_ID_ in (:ids) and TYPE_ = 'candidate' order by NAME_")
                .param("ids", rows.stream().map(InboxRow::id).toList())
                .query((RowCallbackHandler) result -> candidates
                        .computeIfAbsent(result.getString("TASK_ID_"), id -> new ArrayList<>())
                        .add(result.getString("NAME_")));
        return candidates;
    }

    /** For whom a task waits. */
    List<String> principals(String taskId) {
        return sql.sql("select principal from inbox_entry where task_id = ? order by principal")
                .param(taskId)
                .query(String.class)
                .list();
    }

    /** For whom tasks wait, by task. */
    Map<String, Set<String>> principals(Collection<InboxRow> rows) {
        Map<String, Set<String>> principals = new LinkedHashMap<>();
        sql.sql("select task_id, principal from inbox_entry where task_id in (:ids)")
                .param("ids", rows.stream().map(InboxRow::id).toList())
                .query((RowCallbackHandler) result -> principals
                        .computeIfAbsent(result.getString("task_id"), id -> new HashSet<>())
                        .add(result.getString("principal")));
        return principals;
    }

    /** The open tasks of an object with those for whom they wait. */
    Map<InboxRow, List<String>> withPrincipals(String objectKey) {
        Map<InboxRow, List<String>> tasks = new LinkedHashMap<>();
        sql.sql("select t.*, e.principal from inbox_task t left join inbox_entry e on e.task_id = t.id"
                        + " where t.object_key = ? order by t.created_at, t.id, e.principal")
                .param(objectKey)
                .query((RowCallbackHandler) result -> {
                    List<String> principals = tasks.computeIfAbsent(row(result, 0), row -> new ArrayList<>());
                    String principal = result.getString("principal");
                    if (principal != null) {
                        principals.add(principal);
                    }
                });
        return tasks;
    }

    /**
     * Which of the tasks are suspended. The engine is asked each time, because it tells nobody when it suspends; and not
     * by a join, for which MySQL would read the whole of its table: the two tables do not compare texts alike.
     */
    Set<String> suspended(Collection<InboxRow> rows) {
        if (rows.isEmpty()) {
            return Set.of();
        }
        return sql
                .sql("select ID_ from ACT_RU_TASK where ID_ in (:ids) and SUSPENSION_STATE_ = :suspended")
                .param("ids", rows.stream().map(InboxRow::id).toList())
                .param("suspended", SuspensionState.SUSPENDED.getStateCode())
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    PageOf<InboxRow> page(Collection<String> principals, InboxQuery query, Paging paging) {
        if (principals.isEmpty()) {
            return new PageOf<>(List.of(), paging.page(), paging.size(), 0, false, null);
        }
        List<Object> filters = new ArrayList<>();
        String where = filter(query, filters);
        String order = order(paging.sort());
        // Each range ends at the last row that the page could need: no more than that is read of any of them.
        int reach = paging.offset() + paging.size();
        List<Object> params = new ArrayList<>();
        String ranges = principals.stream()
                .map(principal -> {
                    params.add(principal);
                    params.addAll(filters);
                    return "(select e.task_id, e.urgency, e.sort_due, e.created_at from inbox_entry e" + where
                            + " order by " + qualified(order) + " limit " + reach + ")";
                })
                .collect(Collectors.joining(" union "));
        List<InboxRow> rows = sql.sql("select t.* from (select * from (" + ranges + ") ranges order by " + order
                        + " limit " + paging.size() + " offset " + paging.offset()
                        + ") p join inbox_task t on t.id = p.task_id order by " + qualified(order, "p"))
                .params(params)
                .query(InboxTable::row)
                .list();
        long total = rows.size() < paging.size() && (paging.page() == 0 || !rows.isEmpty())
                ? paging.offset() + rows.size()
                : count(principals, query, PageOf.COUNTED);
        return new PageOf<>(
                rows, paging.page(), paging.size(), Math.min(total, PageOf.COUNTED), total > PageOf.COUNTED, null);
    }

    /** How many tasks wait for any of the principals; at most one more than the limit. */
    int count(Collection<String> principals, InboxQuery query, int limit) {
        if (principals.isEmpty()) {
            return 0;
        }
        List<Object> filters = new ArrayList<>();
        String where = filter(query, filters);
        List<Object> params = new ArrayList<>();
        String ranges = principals.stream()
                .map(principal -> {
                    params.add(principal);
                    params.addAll(filters);
                    return "(select e.task_id from inbox_entry e" + where + " limit " + (limit + 1) + ")";
                })
                .collect(Collectors.joining(" union "));
        return sql.sql("select count(*) from (" + ranges + ") ranges")
                .params(params)
                .query(Integer.class)
                .single();
    }

    private static String filter(InboxQuery query, List<Object> params) {
        StringBuilder where = new StringBuilder(" where e.principal = ?");
        if (query.urgency() != null) {
            where.append(" and e.urgency = ?");
            params.add(query.urgency().rank());
        }
        if (query.processKey() == null && query.q() == null) {
            return where.toString();
        }
        StringBuilder join = new StringBuilder(" join inbox_task t on t.id = e.task_id");
        if (query.processKey() != null) {
            where.append(" and t.process_key = ?");
            params.add(query.processKey());
        }
        if (query.q() != null) {
            where.append(" and (lower(t.title) like ? escape '!' or lower(t.object_key) like ? escape '!')");
            String pattern = "%"
                    + query.q()
                            .strip()
                            .toLowerCase(Locale.ROOT)
                            .replace("!", "!!")
                            .replace("%", "!%")
                            .replace("_", "!_")
                    + "%";
            params.add(pattern);
            params.add(pattern);
        }
        return join.append(where).toString();
    }

    private static String order(@Nullable String sort) {
        String wanted = sort == null ? "urgency,asc" : sort;
        String[] parts = wanted.split(",", 2);
        String columns = ORDERS.get(parts[0]);
        boolean down = parts.length == 2 && parts[1].equals("desc");
        if (columns == null || (parts.length == 2 && !down && !parts[1].equals("asc"))) {
            throw new InvalidInput(
                    "sort",
                    "unknown-sort",
                    String.join(", ", ORDERS.keySet().stream().sorted().toList()));
        }
        // Backwards through the same index.
        return down ? columns.replace(",", " desc,") + " desc" : columns;
    }

    private static String qualified(String order) {
        return qualified(order, "e");
    }

    private static String qualified(String order, String table) {
        return table + "." + order.replace(", ", ", " + table + ".");
    }

    private static InboxRow row(ResultSet result, int number) throws SQLException {
        LocalDateTime due = result.getObject("due_at", LocalDateTime.class);
        return new InboxRow(
                result.getString("id"),
                result.getString("definition_id"),
                result.getString("process_key"),
                result.getString("instance_id"),
                result.getString("object_key"),
                result.getString("title"),
                result.getString("step"),
                result.getString("status"),
                result.getString("action"),
                result.getString("assignee"),
                Urgency.ofRank(result.getInt("urgency")),
                due == null ? null : due.toInstant(ZoneOffset.UTC),
                result.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }

    private static @Nullable LocalDateTime time(@Nullable Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
