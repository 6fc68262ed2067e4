package io.opsflow.faults;

import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the database from outside, by SQL, in one snapshot: whether tickets, log, inbox and engine tell the same story.
 * What the engine should say stands in the diagrams that were deployed, not in the product's code.
 */
final class Truth {

    private static final List<String> STATUSES =
            List.of("pending_review", "reviewed", "assigned", "in_progress", "completed", "confirmed", "closed");

    private final Connection connection;
    private final List<String> contradictions = new ArrayList<>();

    private Truth(Connection connection) {
        this.connection = connection;
    }

    /** A ticket's log: its actions in order. */
    record Log(String status, List<String> actions) {}

    /** Everything that contradicts something else, in sentences; none when all is well. */
    static List<String> contradictions(Connection connection) throws SQLException {
        Truth truth = new Truth(connection);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try {
            truth.compareStates();
            truth.compareLogs();
            truth.compareInbox();
            truth.compareJobs();
            truth.compareModels();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return truth.contradictions;
    }

    /** Every ticket's log, by the ticket's key. */
    static Map<String, Log> logs(Connection connection) throws SQLException {
        Truth truth = new Truth(connection);
        Map<String, Log> logs = new HashMap<>();
        truth.each(
                "select id, status from ticket",
                row -> logs.put("T-" + row.getLong(1), new Log(status(row.getInt(2)), new ArrayList<>())));
        truth.each("select ticket_id, action from ticket_log order by ticket_id, step", row -> Objects.requireNonNull(
                        logs.get("T-" + row.getLong(1)))
                .actions()
                .add(row.getString(2)));
        return logs;
    }

    /** A ticket's status is that of the last place its process has entered; open tickets have a process, closed ones none. */
    private void compareStates() throws SQLException {
        Map<String, Map<String, Place>> diagrams = diagrams();
        Map<String, String> entered = new HashMap<>();
        each(
                "select p.BUSINESS_KEY_, p.PROC_DEF_ID_, a.ACT_ID_ from ACT_HI_PROCINST p join ACT_HI_ACTINST a"
                        + " on a.PROC_INST_ID_ = p.ID_ order by a.PROC_INST_ID_, a.SEQUENCE_COUNTER_, a.START_TIME_",
                row -> {
                    String status =
                            place(diagrams, row.getString(2), row.getString(3)).status();
                    if (status != null) {
                        entered.put(row.getString(1), status);
                    }
                });
        Set<String> running = column("select BUSINESS_KEY_ from ACT_RU_EXECUTION where BUSINESS_KEY_ is not null");
        Set<String> tickets = new TreeSet<>();
        each("select id, status from ticket", row -> {
            String key = "T-" + row.getLong(1);
            String status = status(row.getInt(2));
            tickets.add(key);
            expect(status.equals(entered.get(key)), key + " is " + status + ", its process " + entered.get(key));
            expect(
                    running.contains(key) != status.equals("closed"),
                    key + " is " + status + (running.contains(key) ? " and has a process" : " and has no process"));
        });
        running.removeAll(tickets);
        running.removeAll(column("select concat('M-', id) from asset_move where open_server_id is not null"));
        running.removeAll(column("select concat('CR-', id) from asset_reminder"));
        expect(running.isEmpty(), "processes without an object: " + running);
        each(
                "select e.BUSINESS_KEY_, t.PROC_DEF_ID_, t.TASK_DEF_KEY_, k.status from ACT_RU_TASK t"
                        + " join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_"
                        + " join ticket k on concat('T-', k.id) = e.BUSINESS_KEY_",
                row -> {
                    String status =
                            place(diagrams, row.getString(2), row.getString(3)).status();
                    expect(
                            status(row.getInt(4)).equals(status),
                            row.getString(1) + " is " + status(row.getInt(4)) + ", its task says " + status);
                });
    }

    /** A log has a line for every step from the first to the last, and each goes on where the one before ended. */
    private void compareLogs() throws SQLException {
        Map<Long, int[]> last = new TreeMap<>();
        each("select ticket_id, step, from_status, to_status from ticket_log order by ticket_id, step", row -> {
            int[] before = last.getOrDefault(row.getLong(1), new int[] {0, 0});
            expect(
                    row.getInt(2) == before[0] + 1 && row.getInt(3) == before[1],
                    "T-" + row.getLong(1) + ": line " + row.getInt(2) + " does not follow line " + before[0]);
            last.put(row.getLong(1), new int[] {row.getInt(2), row.getInt(4)});
        });
        each("select id, moves, status from ticket", row -> {
            int[] end = last.getOrDefault(row.getLong(1), new int[] {0, 0});
            expect(
                    end[0] == row.getInt(2) && end[1] == row.getInt(3),
                    "T-" + row.getLong(1) + ": the log ends at line " + end[0] + " with " + end[1] + ", the ticket has "
                            + row.getInt(2) + " moves and is " + row.getInt(3));
        });
    }

    /** The inbox holds the engine's tasks, each for exactly the people whom the engine offers it. */
    private void compareInbox() throws SQLException {
        Map<String, Map<String, Place>> diagrams = diagrams();
        Set<String> engine = new TreeSet<>();
        each(
                "select t.ID_, t.TASK_DEF_KEY_, t.ASSIGNEE_, t.PROC_INST_ID_, e.BUSINESS_KEY_, t.PROC_DEF_ID_"
                        + " from ACT_RU_TASK t join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_",
                row -> {
                    Place place = place(diagrams, row.getString(6), row.getString(2));
                    engine.add(String.join(
                            " ",
                            row.getString(1),
                            row.getString(2),
                            String.valueOf(row.getString(3)),
                            row.getString(4),
                            row.getString(5),
                            String.valueOf(place.status()),
                            String.valueOf(place.action())));
                });
        same(
                "tasks",
                engine,
                column("select concat(id, ' ', step, ' ', coalesce(assignee, 'null'), ' ', instance_id, ' ',"
                        + " object_key, ' ', status, ' ', action) from inbox_task"));
        same(
                "people",
                column("select concat(t.ID_, ' u:', t.ASSIGNEE_) from ACT_RU_TASK t where t.ASSIGNEE_ is not null"
                        + " union select concat(t.ID_, ' ', case when l.USER_ID_ is null"
                        + " then concat('c:', l.GROUP_ID_) else concat('u:', l.USER_ID_) end)"
                        + " from ACT_RU_TASK t join ACT_RU_IDENTITYLINK l on l.TASK_ID_ = t.ID_"
                        + " where t.ASSIGNEE_ is null and l.TYPE_ = 'candidate'"),
                column("select concat(task_id, ' ', principal) from inbox_entry"));
    }

    /** Whoever waits in front of a background step has its job; no job has given up. */
    private void compareJobs() throws SQLException {
        Set<String> waiting = column("select ID_ from ACT_RU_EXECUTION e where ACT_ID_ = 'closeTicket'");
        Set<String> jobs = column("select EXECUTION_ID_ from ACT_RU_JOB where HANDLER_TYPE_ = 'async-continuation'");
        same("jobs", waiting, jobs);
        Set<String> failed = column("select concat(ID_, ' ', coalesce(EXCEPTION_MSG_, '')) from ACT_RU_JOB"
                + " where RETRIES_ = 0 union select ID_ from ACT_RU_INCIDENT");
        expect(failed.isEmpty(), "failed jobs: " + failed);
    }

    /** What was deployed is there once, with all forms that it names. */
    private void compareModels() throws SQLException {
        expect(
                column("select concat(KEY_, ' ', VERSION_) from ACT_RE_PROCDEF").contains("ticket-handling 1"),
                "the bundled process is not deployed");
        each(
                "select d.KEY_, count(*) from ACT_RE_PROCDEF d join ACT_RE_DEPLOYMENT p on p.ID_ = d.DEPLOYMENT_ID_"
                        + " group by d.KEY_, p.NAME_ having count(*) > 1",
                row -> expect(false, row.getString(1) + " was deployed " + row.getInt(2) + " times"));
        each(
                "select d.DEPLOYMENT_ID_, b.BYTES_ from ACT_RE_PROCDEF d join ACT_GE_BYTEARRAY b"
                        + " on b.DEPLOYMENT_ID_ = d.DEPLOYMENT_ID_ and b.NAME_ = d.RESOURCE_NAME_",
                row -> {
                    Set<String> forms = column(
                            "select NAME_ from ACT_GE_BYTEARRAY where DEPLOYMENT_ID_ = '" + row.getString(1) + "'");
                    diagram(row.getBytes(2)).getModelElementsByType(UserTask.class).stream()
                            .map(task -> task.getCamundaFormRef() + ".form")
                            .filter(form -> !forms.contains(form))
                            .forEach(form -> expect(false, form + " is missing in its deployment"));
                });
    }

    /** What an element of a diagram says about a ticket that stands there. */
    private record Place(@Nullable String status, @Nullable String action) {}

    /** By version and element. */
    private Map<String, Map<String, Place>> diagrams() throws SQLException {
        Map<String, Map<String, Place>> diagrams = new HashMap<>();
        each(
                "select d.ID_, b.BYTES_ from ACT_RE_PROCDEF d join ACT_GE_BYTEARRAY b"
                        + " on b.DEPLOYMENT_ID_ = d.DEPLOYMENT_ID_ and b.NAME_ = d.RESOURCE_NAME_",
                row -> diagrams.put(
                        row.getString(1),
                        diagram(row.getBytes(2)).getModelElementsByType(FlowNode.class).stream()
                                .collect(Collectors.toMap(
                                        BaseElement::getId,
                                        node -> new Place(property(node, "status"), property(node, "action"))))));
        return diagrams;
    }

    private static Place place(Map<String, Map<String, Place>> diagrams, String definition, String element) {
        return diagrams.getOrDefault(definition, Map.of()).getOrDefault(element, new Place(null, null));
    }

    private static BpmnModelInstance diagram(byte[] xml) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(xml));
    }

    private static @Nullable String property(FlowNode node, String name) {
        return node.getExtensionElements() == null
                ? null
                : node.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                        .flatMap(properties -> properties.getCamundaProperties().stream())
                        .filter(property -> name.equals(property.getCamundaName()))
                        .map(property -> property.getCamundaValue())
                        .findFirst()
                        .orElse(null);
    }

    private static String status(int stored) {
        return STATUSES.get(stored / 10 - 1);
    }

    private void same(String what, Set<String> engine, Set<String> inbox) {
        Set<String> missing = new TreeSet<>(engine);
        missing.removeAll(inbox);
        Set<String> tooMany = new TreeSet<>(inbox);
        tooMany.removeAll(engine);
        expect(missing.isEmpty(), what + " that are missing: " + missing);
        expect(tooMany.isEmpty(), what + " that should not be: " + tooMany);
    }

    private void expect(boolean right, String otherwise) {
        if (!right) {
            contradictions.add(otherwise);
        }
    }

    private Set<String> column(String query) throws SQLException {
        Set<String> values = new TreeSet<>();
        each(query, row -> values.add(row.getString(1)));
        return values;
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void each(String query, Row row) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                row.read(rows);
            }
        }
    }
}
