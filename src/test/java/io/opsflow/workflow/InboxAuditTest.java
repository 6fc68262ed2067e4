package io.opsflow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.tickets.TicketKey;
import io.opsflow.tickets.TicketMaker;
import io.opsflow.tickets.Tickets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

/** The inbox is broken by SQL in every way there is; the comparison finds it and the repair mends it. */
@OpsFlowTest
class InboxAuditTest {

    @Autowired
    InboxAudit audit;

    @Autowired
    InboxAuditHealth health;

    @Autowired
    InboxTable table;

    @Autowired
    Tickets tickets;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    As as;

    private TicketMaker make;
    private TicketKey key;
    private InboxRow row;
    private List<Map<String, Object>> right;

    @BeforeEach
    void right() {
        make = new TicketMaker(tickets, as);
        repair(); // other tests leave rows that no engine knows
        key = make.pending();
        row = table.ofObject(key.toString()).get(0);
        right = state();
        assertThat(compare()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    update inbox_task set definition_id = 'other' where id = ?                        | definition
                    update inbox_task set process_key = 'other' where id = ?                          | process
                    update inbox_task set instance_id = 'other' where id = ?                          | instance
                    update inbox_task set object_key = 'T-1' where id = ?                             | object
                    update inbox_task set step = 'assignTicket' where id = ?                          | step
                    update inbox_task set status = 'closed' where id = ?                              | status
                    update inbox_task set action = 'assign' where id = ?                              | action
                    update inbox_task set assignee = 'viewer' where id = ?                            | assignee
                    update inbox_entry set principal = 'c:VIEWER' where task_id = ?                   | candidates
                    delete from inbox_entry where task_id = ?                                         | candidates
                    """)
    void what_differs_is_named_and_mended(String damage, String field) {
        sql.update(damage, row.id());

        assertThat(compare()).singleElement().satisfies(difference -> {
            assertThat(difference.taskId()).isEqualTo(row.id());
            assertThat(difference.kind()).isEqualTo(InboxDifference.Kind.DIFFERENT);
            assertThat(difference.fields()).containsExactly(field);
        });
        assertMended();
    }

    @Test
    void one_too_many_in_the_inbox_is_found() {
        sql.update(
                "insert into inbox_entry (principal, task_id, urgency, sort_due, created_at) select 'u:viewer',"
                        + " task_id, urgency, sort_due, created_at from inbox_entry where task_id = ?",
                row.id());

        assertThat(compare())
                .containsExactly(new InboxDifference(
                        row.id(), key.toString(), InboxDifference.Kind.DIFFERENT, Set.of("candidates")));
        assertMended();
    }

    @Test
    void a_task_that_the_inbox_has_lost_comes_back() {
        table.remove(row.id());

        assertThat(compare())
                .containsExactly(new InboxDifference(row.id(), key.toString(), InboxDifference.Kind.MISSING, Set.of()));
        assertMended();
    }

    @Test
    void a_task_of_which_only_the_line_for_its_role_is_left_comes_back_whole() {
        sql.update("delete from inbox_task where id = ?", row.id());

        assertThat(compare()).extracting(InboxDifference::kind).containsExactly(InboxDifference.Kind.MISSING);
        assertMended();
    }

    @Test
    void a_task_that_the_engine_does_not_have_goes() {
        sql.update("update inbox_task set id = 'nobody' where id = ?", row.id());
        sql.update("update inbox_entry set task_id = 'nobody' where task_id = ?", row.id());

        assertThat(compare())
                .containsExactlyInAnyOrder(
                        new InboxDifference("nobody", key.toString(), InboxDifference.Kind.GONE, Set.of()),
                        new InboxDifference(row.id(), key.toString(), InboxDifference.Kind.MISSING, Set.of()));
        assertMended();
        assertThat(table.find("nobody")).isEmpty();
    }

    @Test
    void a_line_for_somebody_that_belongs_to_no_task_goes() {
        sql.update("insert into inbox_entry (principal, task_id, urgency, sort_due, created_at)"
                + " values ('u:viewer', 'nothing', 0, '2026-11-21 00:00:00', '2026-11-21 00:00:00')");

        assertThat(compare())
                .containsExactly(new InboxDifference("nothing", null, InboxDifference.Kind.GONE, Set.of()));
        assertMended();
        assertThat(table.principals("nothing")).isEmpty();
    }

    @Test
    void the_night_tells_the_health_what_it_found() {
        table.remove(row.id());

        audit.tell();

        assertThat(health.health().getDetails()).containsEntry("differences", 1);
        assertMended();
        assertThat(health.health().getDetails()).containsEntry("differences", 0);
    }

    @Test
    void who_works_meanwhile_is_no_difference() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> working = List.of(
                    people.submit(() -> make.confirmed()),
                    people.submit(() -> make.confirmed()),
                    people.submit(() -> make.completed()));
            do {
                assertThat(compare()).isEmpty();
            } while (!working.stream().allMatch(Future::isDone));
            for (Future<?> work : working) {
                work.get();
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(compare()).isEmpty();
    }

    @Test
    void only_who_operates_processes_may() {
        assertThatThrownBy(() -> as.user("owner", () -> audit.compare())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as.user("owner", () -> audit.repair())).isInstanceOf(AccessDeniedException.class);
    }

    private void assertMended() {
        List<InboxDifference> found = compare();
        assertThat(repair()).containsExactlyInAnyOrderElementsOf(found);
        assertThat(state()).isEqualTo(right);
        assertThat(compare()).isEmpty();
        assertThat(repair()).isEmpty();
    }

    private List<InboxDifference> compare() {
        return as.user("admin", () -> audit.compare());
    }

    private List<InboxDifference> repair() {
        return as.user("admin", () -> audit.repair());
    }

    /** Without the moment of creation, which the engine keeps to the second on MySQL. */
    private List<Map<String, Object>> state() {
        return sql.queryForList(
                "select id, definition_id, process_key, instance_id, object_key, title, step, status, action, assignee,"
                        + " t.urgency, due_at, principal, e.urgency as entry_urgency, sort_due"
                        + " from inbox_task t left join inbox_entry e on e.task_id = t.id where t.id = ?",
                row.id());
    }
}
