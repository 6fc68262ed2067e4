package io.opsflow.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.opsflow.audit.AuditFinding.Kind;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.platform.OpsFlowSettings;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever is done to the log behind the program's back is found. */
@OpsFlowTest
@DirtiesContext // what is falsified here stays falsified
class AuditChainTest {

    private static final Actor ANN = new Actor("ann", null);

    @Autowired
    AuditLog log;

    @Autowired
    AuditSealer sealer;

    @Autowired
    AuditRetention retention;

    @Autowired
    As as;

    @Autowired
    AuditChain chain;

    @Autowired
    AuditIds ids;

    @Autowired
    AuditTable entries;

    @Autowired
    ChainTable table;

    @Autowired
    AuditKey key;

    @Autowired
    OpsFlowSettings settings;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient sql;

    @Autowired
    Clock clock;

    /** Links are made when the test says so. */
    @BeforeEach
    void alone() throws InterruptedException {
        sealer.stop();
    }

    @BeforeEach
    @AfterEach
    void anew() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            sql.sql("delete from audit_mark").update();
            sql.sql("delete from audit_entry").update();
            sql.sql("delete from audit_seal").update();
            sql.sql("insert into audit_mark (name, seal, hash, mac)"
                            + " values ('start', 0, x'00', x'00'), ('head', 0, x'00', x'00')")
                    .update();
        });
    }

    @Test
    void an_untouched_log_is_intact() {
        written(3);
        written(2);

        AuditReport report = verified();

        assertThat(report.findings()).isEmpty();
        assertThat(report.isIntact()).isTrue();
        assertThat(report.entries()).isEqualTo(5);
        assertThat(report.links()).isEqualTo(2);
        assertThat(report.waiting()).isZero();
    }

    @Test
    void what_is_not_chained_yet_waits_and_is_no_finding() {
        written(2);
        add("T-9");

        assertThat(verified().isIntact()).isTrue();
        assertThat(verified().waiting()).isEqualTo(1);
    }

    @Test
    void a_changed_entry_is_found_whatever_was_changed() {
        for (String change : List.of(
                "actor = 'bob'",
                "on_behalf_of = 'bob'",
                "way = 'nowhere'",
                "address = '10.0.0.9'",
                "means = 'session:x'",
                "action = 'ticket.open'",
                "object_kind = 'user'",
                "object_key = 'T-2 '",
                "result = 'failed'",
                "code = ''",
                "changes = '{}'",
                "trace_id = 'x'",
                "created_at = '2020-01-01 00:00:00'",
                "mac = x'0102'")) {
            anew();
            List<Long> ids = written(3);
            written(1);

            sql.sql("update audit_entry set " + change + " where id = ?")
                    .param(ids.get(1))
                    .update();

            assertThat(verified().findings())
                    .as(change)
                    .extracting(AuditFinding::kind, AuditFinding::entry)
                    .containsExactly(tuple(Kind.ENTRY_CHANGED, ids.get(1)));
        }
    }

    @Test
    void a_removed_entry_is_found() {
        List<Long> ids = written(3);
        written(1);

        sql.sql("delete from audit_entry where id = ?").param(ids.get(1)).update();

        assertThat(verified().findings())
                .extracting(AuditFinding::kind, AuditFinding::entry, AuditFinding::seal)
                .containsExactly(tuple(Kind.ENTRY_MISSING, ids.get(1), 1L));
    }

    @Test
    void an_inserted_entry_is_found_in_the_chain_and_beside_it() {
        List<Long> ids = written(2);
        copied(ids.get(0), 900_001, "1");
        copied(ids.get(0), 900_002, "null");
        copied(ids.get(0), 900_003, "77");

        assertThat(verified().findings())
                .extracting(AuditFinding::kind, AuditFinding::entry)
                .containsExactlyInAnyOrder(
                        tuple(Kind.ENTRY_INSERTED, 900_001L),
                        tuple(Kind.ENTRY_INSERTED, 900_002L),
                        tuple(Kind.ENTRY_INSERTED, 900_003L));

        chain.sealSome();
        assertThat(verified().findings())
                .as("nobody makes a forged entry part of the chain")
                .extracting(AuditFinding::kind, AuditFinding::entry)
                .contains(tuple(Kind.ENTRY_INSERTED, 900_002L));
    }

    @Test
    void an_entry_that_is_moved_to_another_link_is_found() {
        List<Long> ids = written(2);
        written(2);

        sql.sql("update audit_entry set seal = 2 where id = ?")
                .param(ids.get(0))
                .update();

        assertThat(verified().findings())
                .extracting(AuditFinding::kind, AuditFinding::entry)
                .containsExactlyInAnyOrder(
                        tuple(Kind.ENTRY_MISSING, ids.get(0)), tuple(Kind.ENTRY_INSERTED, ids.get(0)));
    }

    @Test
    void an_entry_and_its_mention_in_the_link_cannot_both_be_removed() {
        List<Long> ids = written(3);
        written(1);

        sql.sql("delete from audit_entry where id = ?").param(ids.get(2)).update();
        sql.sql("update audit_seal set members = ? where id = 1")
                .param(ids.get(0) + " " + (ids.get(1) - ids.get(0)))
                .update();

        assertThat(verified().findings())
                .extracting(AuditFinding::kind, AuditFinding::seal)
                .containsExactly(tuple(Kind.LINK_CHANGED, 1L));
    }

    @Test
    void a_removed_or_swapped_link_is_found() {
        IntStream.range(0, 5).forEach(i -> written(2));
        sql.sql("delete from audit_entry where seal = 2").update();
        sql.sql("delete from audit_seal where id = 2").update();
        assertThat(verified().findings())
                .extracting(AuditFinding::kind, AuditFinding::seal)
                .containsExactly(tuple(Kind.LINK_MISSING, 2L));

        for (String table : List.of("audit_entry set seal", "audit_seal set id")) {
            String where = table.substring(table.indexOf("set ") + 4);
            sql.sql("update " + table + " = 99 where " + where + " = 3").update();
            sql.sql("update " + table + " = 3 where " + where + " = 4").update();
            sql.sql("update " + table + " = 4 where " + where + " = 99").update();
        }
        assertThat(verified().findings()).extracting(AuditFinding::kind).contains(Kind.LINK_CHANGED);
    }

    @Test
    void a_cut_tail_is_found_also_after_the_program_has_gone_on() {
        written(2);
        written(2);
        written(2);
        sql.sql("delete from audit_entry where seal = 3").update();
        sql.sql("delete from audit_seal where id = 3").update();

        assertThat(verified().findings())
                .extracting(AuditFinding::kind, AuditFinding::seal)
                .containsExactly(tuple(Kind.TAIL_CUT, 3L));

        written(2);
        assertThat(verified().findings()).extracting(AuditFinding::kind).containsExactly(Kind.END_WAS_CHANGED);
    }

    @Test
    void a_tail_that_is_cut_together_with_the_mark_of_its_end_is_found() {
        written(2);
        sql.sql("delete from audit_entry").update();
        sql.sql("delete from audit_seal").update();
        sql.sql("update audit_mark set seal = 7 where name = 'head'").update();
        assertThat(verified().findings()).extracting(AuditFinding::kind).containsExactly(Kind.TAIL_CUT);

        sql.sql("delete from audit_mark where name = 'head'").update();
        assertThat(verified().findings()).extracting(AuditFinding::kind).containsExactly(Kind.TAIL_CUT);
    }

    @Test
    void an_older_state_that_is_put_back_is_found_by_what_was_noted_elsewhere() {
        AuditAnchors elsewhere = noted();
        AuditChain noting = new AuditChain(entries, table, ids, key, elsewhere, clock);
        written(2);
        ChainMark old = table.mark(ChainMark.HEAD);
        written(2);
        noting.note();
        sql.sql("delete from audit_entry where seal = 2").update();
        sql.sql("delete from audit_seal where id = 2").update();
        table.move(old);
        assertThat(verified().isIntact()).as("within the database all is well").isTrue();

        AuditChecks knowing = new AuditChecks(entries, table, chain, key, elsewhere, clock);
        assertThat(knowing.walk(seen -> {}).findings())
                .extracting(AuditFinding::kind, AuditFinding::seal)
                .containsExactly(tuple(Kind.ANCHOR_MISSED, 2L));

        written(2);
        assertThat(knowing.walk(seen -> {}).findings())
                .as("another link in its place does not hide it")
                .extracting(AuditFinding::kind, AuditFinding::seal)
                .containsExactly(tuple(Kind.ANCHOR_MISSED, 2L));
    }

    @Test
    void many_writers_and_two_nodes_that_seal_leave_one_chain() throws Exception {
        AuditChain other =
                inTransaction(new AuditChain(entries, table, new AuditIds(sql, transactions), key, noted(), clock));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> work = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(writer -> () -> {
                        for (int i = 0; i < 50; i++) {
                            boolean undone = i % 5 == 4;
                            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                                log.add(log.entry(ANN, "ticket.review", "ticket", "T-1", AuditResult.DONE, null, null));
                                if (undone) {
                                    status.setRollbackOnly();
                                }
                            });
                            if (i % 10 == 0) {
                                (writer % 2 == 0 ? chain : other).sealSome();
                            }
                        }
                        return writer;
                    })
                    .toList();
            for (Future<Integer> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        while (entries.unsealed(1).size() > 0) {
            chain.sealSome();
        }

        AuditReport report = verified();
        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isEqualTo(8 * 40);
    }

    /** As on a node of its own: not the bean, but in transactions as well. */
    private AuditChain inTransaction(AuditChain made) {
        org.springframework.aop.framework.ProxyFactory factory =
                new org.springframework.aop.framework.ProxyFactory(made);
        factory.setProxyTargetClass(true);
        factory.addAdvice((MethodInterceptor) invocation -> new TransactionTemplate(transactions).execute(status -> {
            try {
                return invocation.proceed();
            } catch (RuntimeException e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }));
        return (AuditChain) factory.getProxy();
    }

    @Test
    void what_is_too_old_is_deleted_and_the_rest_can_still_be_checked() {
        written(3);
        written(2);
        sql.sql("update audit_seal set sealed_at = '2020-01-01 00:00:00' where id = 1")
                .update();

        assertThat(as.user("admin", () -> retention.olderThan(Duration.ofDays(365))))
                .isEqualTo(3);
        assertThat(as.user("admin", () -> retention.clear(Duration.ofDays(365))))
                .isEqualTo(3);
        chain.sealSome();

        AuditReport report = verified();
        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).as("two and who has deleted the others").isEqualTo(3);
        assertThat(sql.sql("select actor from audit_entry where action = 'audit.clear' and changes like"
                                + " '%\"deleted\":[null,3]%'")
                        .query(String.class)
                        .single())
                .isEqualTo("admin");
        assertThat(as.user("admin", () -> retention.clear(Duration.ofDays(365))))
                .isZero();
    }

    @Test
    void a_start_that_somebody_else_has_moved_is_found() {
        written(2);
        written(2);
        sql.sql("delete from audit_entry where seal = 1").update();
        sql.sql("update audit_mark set seal = 1, hash = (select hash from audit_seal where id = 1) where name"
                        + " = 'start'")
                .update();
        sql.sql("delete from audit_seal where id = 1").update();

        assertThat(verified().findings()).extracting(AuditFinding::kind).contains(Kind.START_CHANGED);
    }

    @Test
    void what_is_young_is_not_deleted() {
        assertThatThrownBy(() -> as.user("admin", () -> retention.clear(Duration.ofDays(3))))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> as.user("owner", () -> retention.clear(Duration.ofDays(3650))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void what_a_killed_program_has_left_is_sealed_by_the_next_one() {
        add("T-1"); // committed, and then the program was no more
        assertThat(verified().waiting()).isEqualTo(1);

        AuditSealer next = new AuditSealer(chain);
        next.catchUp();

        await().untilAsserted(() -> assertThat(verified().waiting()).isZero());
        assertThat(verified().isIntact()).isTrue();
        assertThat(verified().entries()).isEqualTo(1);
    }

    @Test
    void more_than_one_link_holds_is_sealed_in_several() {
        IntStream.range(0, AuditChain.MOST_IN_ONE + 1).forEach(i -> add("T-" + i));

        chain.sealSome();
        chain.sealSome();

        AuditReport report = verified();
        assertThat(report.isIntact()).isTrue();
        assertThat(report.entries()).isEqualTo(AuditChain.MOST_IN_ONE + 1);
    }

    @Test
    void what_no_database_keeps_as_it_is_does_not_look_like_a_change() {
        String half = "\ud83d";
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> log.add(log.entry(
                        new Actor("x".repeat(80) + half, null),
                        "ticket.review",
                        "ticket",
                        "T\n-\u0000" + "😀".repeat(100),
                        AuditResult.DONE,
                        null,
                        "{\"title\":[null,\"" + half + "工单 😀\"]}")));
        chain.sealSome();

        AuditReport report = verified();
        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isEqualTo(1);
    }

    private List<Long> written(int count) {
        IntStream.range(0, count).forEach(i -> add("T-" + i));
        chain.sealSome();
        return sql.sql("select id from audit_entry where seal = (select max(id) from audit_seal) order by id")
                .query(Long.class)
                .list();
    }

    private void add(String object) {
        AuditEntry entry = log.entry(ANN, "ticket.review", "ticket", object, AuditResult.DONE, null, "{\"a\":[1,2]}");
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            long id = ids.next();
            entries.insert(entry.withId(id), key.of(entry.withId(id)));
        });
    }

    private void copied(long id, long copy, String seal) {
        sql.sql("insert into audit_entry (" + AuditTable.COLUMNS + ") select " + copy
                        + ", created_at, actor, on_behalf_of, way, address, means, action, object_kind, object_key,"
                        + " result, code, changes, trace_id, mac, " + seal + " from audit_entry where id = ?")
                .param(id)
                .update();
    }

    private AuditReport verified() {
        return new AuditChecks(entries, table, chain, key, noted(), clock).walk(seen -> {});
    }

    /** What was noted elsewhere: nothing yet. */
    private AuditAnchors noted() {
        return new AuditAnchors(
                settings,
                new AuditProperties(Duration.ofDays(100), Path.of("target", "anchors", UUID.randomUUID() + ".txt")),
                clock);
    }
}
