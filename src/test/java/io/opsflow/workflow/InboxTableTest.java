package io.opsflow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.SqlCount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OpsFlowTest
class InboxTableTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final InboxTable table;
    private final SqlCount sql;

    private final String me = "u:" + UUID.randomUUID();
    private final String role = "c:" + UUID.randomUUID();

    InboxTableTest(@Autowired InboxTable table, @Autowired SqlCount sql) {
        this.table = table;
        this.sql = sql;
    }

    @Test
    void the_most_urgent_comes_first_then_the_earliest_deadline_then_the_oldest() {
        add("old low", Urgency.LOW, null, 0, me);
        add("new high", Urgency.HIGH, null, 5, me);
        add("old high", Urgency.HIGH, null, 1, me);
        add("due high", Urgency.HIGH, NOON.plusSeconds(60), 9, me);

        assertThat(titles(List.of(me), Paging.first(10)))
                .containsExactly("due high", "old high", "new high", "old low");
        assertThat(titles(List.of(me), new Paging(0, 10, "created_at,desc", null)))
                .containsExactly("due high", "new high", "old high", "old low");
        assertThat(titles(List.of(me), new Paging(0, 10, "due_at,asc", null)))
                .first()
                .isEqualTo("due high");
    }

    @Test
    void a_task_that_is_offered_twice_stands_once_in_the_page_and_in_the_count() {
        add("both", Urgency.HIGH, null, 0, me, role);
        add("role", Urgency.LOW, null, 1, role);

        PageOf<InboxRow> page = table.page(List.of(me, role), InboxQuery.of(InboxQuery.View.ALL), Paging.first(10));

        assertThat(page.items()).extracting(InboxRow::title).containsExactly("both", "role");
        assertThat(page.total()).isEqualTo(2);
        assertThat(table.count(List.of(me, role), InboxQuery.of(InboxQuery.View.ALL), 100))
                .isEqualTo(2);
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        for (int number = 0; number < 25; number++) {
            add("task " + (char) ('a' + number), Urgency.MEDIUM, null, number, number % 2 == 0 ? me : role);
        }

        List<String> first = titles(List.of(me, role), new Paging(0, 10, null, null));
        List<String> second = titles(List.of(me, role), new Paging(1, 10, null, null));
        List<String> third = titles(List.of(me, role), new Paging(2, 10, null, null));

        assertThat(first).hasSize(10).startsWith("task a", "task b");
        assertThat(second).hasSize(10).startsWith("task k");
        assertThat(third).containsExactly("task u", "task v", "task w", "task x", "task y");
        assertThat(table.page(List.of(me, role), InboxQuery.of(InboxQuery.View.ALL), new Paging(0, 10, null, null))
                        .total())
                .isEqualTo(25);
    }

    @Test
    void a_page_takes_two_statements_however_many_roles_somebody_has() {
        add("one", Urgency.LOW, null, 0, me);
        add("two", Urgency.LOW, null, 0, role);

        assertThat(sql.during(() -> titles(List.of(me, role, "c:OTHER"), Paging.first(1))))
                .hasSize(2);
    }

    @Test
    void filters_take_wildcards_as_what_they_are() {
        add("100 % full", Urgency.LOW, null, 0, me);
        add("100 bottles", Urgency.HIGH, null, 0, me);

        InboxQuery percent = new InboxQuery(InboxQuery.View.MINE, null, null, "100 %");
        assertThat(table.page(List.of(me), percent, Paging.first(10)).items())
                .extracting(InboxRow::title)
                .containsExactly("100 % full");
        InboxQuery high = new InboxQuery(InboxQuery.View.MINE, "p", Urgency.HIGH, null);
        assertThat(table.page(List.of(me), high, Paging.first(10)).items())
                .extracting(InboxRow::title)
                .containsExactly("100 bottles");
    }

    @Test
    void a_task_that_is_handed_over_leaves_the_old_inbox_and_a_finished_one_all() {
        InboxRow row = add("task", Urgency.LOW, null, 0, role);

        table.hand(row, "somebody", List.of(me));
        assertThat(titles(List.of(role), Paging.first(10))).isEmpty();
        assertThat(titles(List.of(me), Paging.first(10))).containsExactly("task");

        table.remove(row.id());
        assertThat(titles(List.of(me), Paging.first(10))).isEmpty();
        assertThat(table.find(row.id())).isEmpty();
    }

    @Test
    void a_new_title_and_urgency_reach_every_inbox() {
        InboxRow row = add("before", Urgency.LOW, null, 0, role, me);
        add("other", Urgency.HIGH, null, 0, me);

        table.describe(row.objectKey(), new Subject("after", Urgency.URGENT, null));

        assertThat(titles(List.of(me), Paging.first(10))).containsExactly("after", "other");
    }

    @Test
    void an_order_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> titles(List.of(me), new Paging(0, 10, "id;drop table inbox_task", null)))
                .isInstanceOf(InvalidInput.class);
    }

    private List<String> titles(List<String> principals, Paging paging) {
        return table.page(principals, InboxQuery.of(InboxQuery.View.ALL), paging).items().stream()
                .map(InboxRow::title)
                .toList();
    }

    private InboxRow add(String title, Urgency urgency, @Nullable Instant due, int minutes, String... principals) {
        String id = UUID.randomUUID().toString();
        InboxRow row = new InboxRow(
                id,
                "definition",
                "p",
                "instance",
                "X-" + id,
                title,
                "step",
                "waiting",
                "finish",
                null,
                urgency,
                due,
                NOON.plus(Duration.ofMinutes(minutes)));
        table.add(row, List.of(principals));
        return row;
    }
}
