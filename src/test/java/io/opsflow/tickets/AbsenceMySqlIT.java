package io.opsflow.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import io.opsflow.kernel.Paging;
import io.opsflow.testing.OpsFlowMySqlTest;
import io.opsflow.workflow.InboxQuery;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same on MySQL, which says by which index it finds the tasks of several people. */
@OpsFlowMySqlTest
class AbsenceMySqlIT extends AbsenceTest {

    @Test
    void an_inbox_of_several_people_is_a_range_of_one_index_for_each_principal() {
        new TicketMaker(tickets, as).reviewed();
        away("supervisor", "manager");
        away("engineer", "manager");
        String page = as
                .user(
                        "manager",
                        () -> sql.during(
                                () -> inbox.page(InboxQuery.of(InboxQuery.View.ALL), Paging.first(20), Locale.ENGLISH)))
                .stream()
                .filter(statement -> statement.contains("inbox_entry") && statement.contains("union"))
                .findFirst()
                .orElseThrow();
        List<Map<String, Object>> plan = jdbc.queryForList(
                "explain format=traditional " + page,
                page.chars().filter(c -> c == '?').mapToObj(c -> "c:SUPERVISOR").toArray());
        List<Map<String, Object>> ranges =
                plan.stream().filter(step -> "e".equals(step.get("table"))).toList();
        assertThat(ranges).hasSizeGreaterThanOrEqualTo(6).hasSize((int) places(page));
        assertThat(ranges).allSatisfy(step -> {
            assertThat(step.get("key")).isEqualTo("inbox_entry_urgency");
            assertThat(String.valueOf(step.get("Extra"))).doesNotContain("filesort");
        });
    }

    private static long places(String statement) {
        return statement.chars().filter(c -> c == '?').count();
    }
}
