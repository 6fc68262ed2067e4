package io.opsflow.longwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opsflow.kernel.Actor;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.longwork.LongWork.Phase;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@OpsFlowTest
class LongWorksTest {

    @Autowired
    LongWorks works;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    As as;

    private String kind;

    @BeforeEach
    void kind() {
        kind = "test." + UUID.randomUUID();
    }

    @Test
    void work_goes_on_in_the_name_of_whoever_began_it_and_tells_how_far_it_is() {
        CountDownLatch seen = new CountDownLatch(1);
        LongWork begun = begin(progress -> {
            progress.at(3, 10);
            await().until(() -> seen.getCount() == 0);
            return Actor.current().name();
        });

        await().until(() -> now(begun).done() == 3);
        assertThat(now(begun).phase()).isEqualTo(Phase.RUNNING);
        assertThat(now(begun).total()).isEqualTo(10);
        assertThat(works.latest(kind, "operator")).contains(now(begun));
        seen.countDown();

        assertThat(ended(begun).phase()).isEqualTo(Phase.DONE);
        assertThat(ended(begun).result()).isEqualTo("operator");
    }

    @Test
    void what_was_refused_says_so_in_the_readers_language() {
        LongWork refused = ended(begin(progress -> {
            throw new InvalidInput("file", "file-empty");
        }));
        assertThat(refused.phase()).isEqualTo(Phase.FAILED);
        assertThat(refused.problem()).isEqualTo("文件没有表头。");
        LongWork broken = ended(begin(progress -> {
            throw new IllegalStateException("a defect");
        }));
        assertThat(broken.problem()).doesNotContain("defect").contains("未写入任何数据");
    }

    @Test
    void work_that_nobody_carries_out_any_more_is_interrupted() {
        String id = UUID.randomUUID().toString();
        row(id, "2026-01-01 00:00:00");

        assertThat(works.find(id))
                .hasValueSatisfying(work -> assertThat(work.phase()).isEqualTo(Phase.INTERRUPTED));
    }

    @Test
    void nothing_is_recorded_by_work_that_was_told_to_be_interrupted() {
        String other = UUID.randomUUID().toString();
        LongWork begun = begin(progress -> transaction.execute(status -> {
            row(other, "2026-01-01 00:00:00");
            // Somebody who looked has taken it for dead.
            sql.update("update long_work set phase = 'INTERRUPTED' where kind = ? and person <> '-'", kind);
            progress.done("well");
            return "well";
        }));

        assertThat(ended(begun).phase()).isEqualTo(Phase.INTERRUPTED);
        assertThat(works.find(other)).isEmpty();
    }

    private void row(String id, String beat) {
        sql.update(
                "insert into long_work (id, kind, person, phase, what, begun_at, beat_at, done, total) values"
                        + " (?, ?, '-', 'RUNNING', '', ?, ?, 0, 0)",
                id,
                kind,
                beat,
                beat);
    }

    private LongWork begin(LongWorks.Work work) {
        return as.user("operator", () -> works.begin(kind, "{}", Locale.SIMPLIFIED_CHINESE, work));
    }

    private LongWork now(LongWork work) {
        return works.find(work.id()).orElseThrow();
    }

    private LongWork ended(LongWork work) {
        await().until(() -> !now(work).isRunning());
        return now(work);
    }
}
