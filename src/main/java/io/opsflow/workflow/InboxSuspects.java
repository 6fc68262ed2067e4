package io.opsflow.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tasks of which inbox and engine seem to say different things, read page by page on both sides: few statements,
 * however many tasks there are, and a page never more than a moment old. Who works meanwhile may look suspicious.
 */
@Component
class InboxSuspects {

    private static final int PAGE = 500;

    private final JdbcClient sql;
    private final ProcessModels models;

    InboxSuspects(JdbcTemplate jdbc, ProcessModels models) {
        this.sql = JdbcClient.create(jdbc);
        this.models = models;
    }

    Set<String> all() {
        Set<String> found = new LinkedHashSet<>();
        pages("select id from inbox_task where id > :last order by id limit :page", found);
        pages(
                "select ID_ from ACT_RU_TASK where ID_ > :last and PROC_INST_ID_ is not null order by ID_ limit :page",
                found);
        found.addAll(sql.sql("select distinct task_id from inbox_entry e"
                        + " where not exists (select 1 from inbox_task t where t.id = e.task_id)")
                .query(String.class)
                .list());
        return found;
    }

    private void pages(String page, Set<String> found) {
        String last = "";
        for (List<String> ids = page(page, last); !ids.isEmpty(); ids = page(page, last)) {
            Map<String, Told> inbox = inbox(ids);
            Map<String, Told> engine = engine(ids);
            ids.stream()
                    .filter(id -> !Objects.equals(inbox.get(id), engine.get(id)))
                    .forEach(found::add);
            last = ids.get(ids.size() - 1);
        }
    }

    private List<String> page(String page, String last) {
        return sql.sql(page)
                .param("last", last)
                .param("page", PAGE)
                .query(String.class)
                .list();
    }

    private Map<String, Told> inbox(List<String> ids) {
        Map<String, Told> found = new HashMap<>();
        sql.sql("select id, definition_id, instance_id, step, assignee, process_key, status, action, object_key"
                        + " from inbox_task where id in (:ids)")
                .param("ids", ids)
                .query((result, number) -> found.put(
                        result.getString(1),
                        new Told(
                                result.getString(2),
                                result.getString(3),
                                result.getString(4),
                                result.getString(5),
                                List.of(
                                        String.valueOf(result.getString(6)),
                                        String.valueOf(result.getString(7)),
                                        String.valueOf(result.getString(8)),
                                        String.valueOf(result.getString(9))),
                                new HashSet<>())))
                .list();
        sql.sql("select task_id, principal from inbox_entry where task_id in (:ids)")
                .param("ids", ids)
                .query((result, number) -> wait(found.get(result.getString(1)), result.getString(2)))
                .list();
        return found;
    }

    private Map<String, Told> engine(List<String> ids) {
        Map<String, Told> found = new HashMap<>();
        sql.sql("select t.ID_, t.PROC_DEF_ID_, t.PROC_INST_ID_, t.TASK_DEF_KEY_, t.ASSIGNEE_, e.BUSINESS_KEY_"
                        + " from ACT_RU_TASK t join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_ where t.ID_ in"
                        + " (:ids)")
                .param("ids", ids)
                .query((result, number) -> found.put(
                        result.getString(1),
                        new Told(
                                result.getString(2),
                                result.getString(3),
                                result.getString(4),
                                result.getString(5),
                                derived(result.getString(2), result.getString(4), result.getString(6)),
                                assigned(result.getString(5)))))
                .list();
        sql.sql("select TASK_ID_, USER_ID_, GROUP_ID_ from ACT_RU_IDENTITYLINK where TYPE_ = :type and"
                        + " TASK_ID_ in (:ids)")
                .param("type", IdentityLinkType.CANDIDATE)
                .param("ids", ids)
                .query((result, number) -> {
                    Told task = found.get(result.getString(1));
                    String user = result.getString(2);
                    return task == null || task.assignee() != null
                            ? false
                            : wait(task, user != null ? Principals.user(user) : Principals.group(result.getString(3)));
                })
                .list();
        return found;
    }

    private List<String> derived(String definition, String step, String objectKey) {
        ProcessModel model = models.of(definition);
        ProcessModel.Step known = model.steps().get(step);
        List<String> derived = new ArrayList<>();
        derived.add(model.key());
        derived.add(String.valueOf(known == null ? null : known.status()));
        derived.add(String.valueOf(known == null ? null : known.action()));
        derived.add(objectKey);
        return derived;
    }

    private static Set<String> assigned(@Nullable String assignee) {
        return assignee == null ? new HashSet<>() : new HashSet<>(Set.of(Principals.user(assignee)));
    }

    private static boolean wait(@Nullable Told task, String principal) {
        return task != null && task.principals().add(principal);
    }

    /** What one of the two says of a task; derived is what follows from the version and the instance. */
    private record Told(
            String definition,
            String instance,
            String step,
            @Nullable String assignee,
            List<String> derived,
            Set<String> principals) {}
}
