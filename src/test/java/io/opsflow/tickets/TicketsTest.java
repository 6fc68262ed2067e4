package io.opsflow.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.opsflow.kernel.DomainError;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.RuleViolated;
import io.opsflow.kernel.Texts;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.SqlCount;
import io.opsflow.workflow.ActionNotOpen;
import io.opsflow.workflow.Answers;
import io.opsflow.workflow.Completion;
import io.opsflow.workflow.EngineClock;
import io.opsflow.workflow.StateEntered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** The front door on the real engine. */
@OpsFlowTest
class TicketsTest {

    /** Three quarters of them are the engine's: its runtime and history tables. */
    private static final int TRANSITION = 44;

    private static final int READ = 4;

    @Autowired
    Tickets tickets;

    @Autowired
    As as;

    @Autowired
    EngineClock clock;

    @Autowired
    SqlCount sql;

    @Autowired
    Texts texts;

    @Autowired
    TicketSubject subject;

    @Autowired
    TransactionTemplate transaction;

    private TicketMaker make;

    @BeforeEach
    void maker() {
        make = new TicketMaker(tickets, as);
    }

    @Test
    void a_ticket_goes_through_all_seven_states() {
        TicketKey key = make.confirmed();
        assertThat(seen("requester", key).status()).isEqualTo(TicketStatus.CONFIRMED);
        clock.runDueJobs();

        TicketDetails closed = seen("requester", key);
        assertThat(closed.status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(closed.outcome()).isEqualTo(TicketOutcome.RESOLVED);
        assertThat(closed.reviewer()).isEqualTo("supervisor");
        assertThat(closed.assignee()).isEqualTo("engineer");
        assertThat(closed.handler()).isEqualTo("engineer");
        assertThat(closed.closedAt()).isNotNull();
        assertThat(closed.availableActions()).isEmpty();
        assertThat(log(key))
                .extracting(TicketLogEntry::from, TicketLogEntry::to, TicketLogEntry::action, TicketLogEntry::actor)
                .containsExactly(
                        step(null, TicketStatus.PENDING_REVIEW, "open", "requester"),
                        step(TicketStatus.PENDING_REVIEW, TicketStatus.REVIEWED, "review", "supervisor"),
                        step(TicketStatus.REVIEWED, TicketStatus.ASSIGNED, "assign", "manager"),
                        step(TicketStatus.ASSIGNED, TicketStatus.IN_PROGRESS, "start", "engineer"),
                        step(TicketStatus.IN_PROGRESS, TicketStatus.COMPLETED, "handle", "engineer"),
                        step(TicketStatus.COMPLETED, TicketStatus.CONFIRMED, "confirm", "requester"),
                        step(TicketStatus.CONFIRMED, TicketStatus.CLOSED, "close", "#system"));
    }

    @Test
    void everybody_is_told_what_they_can_do() {
        TicketKey pending = make.pending();
        assertThat(seen("requester", pending).availableActions()).containsExactly("correct", "withdraw");
        assertThat(seen("supervisor", pending).availableActions()).containsExactly("review");
        assertThat(seen("admin", pending).availableActions()).isEmpty();

        TicketKey assigned = make.assigned();
        assertThat(seen("engineer", assigned).availableActions()).containsExactly("start");
        assertThat(seen("manager", assigned).availableActions()).isEmpty();
    }

    @Test
    void a_refused_review_closes_the_ticket() {
        TicketKey key = make.pending();

        TicketDetails refused = as.user("supervisor", () -> tickets.review(key, new ReviewTicket(false, "not ours")));

        assertThat(refused.status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(refused.outcome()).isEqualTo(TicketOutcome.REFUSED);
        assertThat(refused.reviewComment()).isEqualTo("not ours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void a_refusal_says_why(String nothing) {
        TicketKey pending = make.pending();
        TicketKey completed = make.completed();

        assertRefused("comment", "supervisor", () -> tickets.review(pending, new ReviewTicket(false, nothing)));
        assertRefused("comment", "requester", () -> tickets.confirm(completed, new ConfirmTicket(false, nothing)));
        assertThat(seen("requester", pending).status()).isEqualTo(TicketStatus.PENDING_REVIEW);
    }

    @Test
    void a_refused_confirmation_goes_back_to_the_same_engineer() {
        TicketKey key = make.completed();

        as.user("requester", () -> tickets.confirm(key, new ConfirmTicket(false, "still dead")));

        TicketDetails again = seen("engineer", key);
        assertThat(again.status()).isEqualTo(TicketStatus.IN_PROGRESS);
        assertThat(again.confirmComment()).isEqualTo("still dead");
        assertThat(again.availableActions()).containsExactly("handle");
    }

    @Test
    void a_requester_takes_a_ticket_back_before_its_review() {
        TicketKey key = make.pending();

        TicketDetails withdrawn = as.user("requester", () -> tickets.withdraw(key, new WithdrawTicket("solved")));

        assertThat(withdrawn.status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(withdrawn.outcome()).isEqualTo(TicketOutcome.WITHDRAWN);
        assertThat(log(key)).last().satisfies(line -> {
            assertThat(line.action()).isEqualTo("withdraw");
            assertThat(line.actor()).isEqualTo("requester");
            assertThat(line.comment()).isEqualTo("solved");
        });
    }

    @Test
    void a_requester_corrects_a_ticket_before_its_review() {
        TicketKey key = make.pending();
        int version = seen("requester", key).version();

        TicketDetails corrected = as.user(
                "requester",
                () -> tickets.correct(
                        key,
                        new CorrectTicket("Export stops at 80 %", null, TaskType.DEMAND, Priority.URGENT, version)));

        assertThat(corrected.title()).isEqualTo("Export stops at 80 %");
        assertThat(corrected.description()).isEqualTo("It stops at 80 %.");
        assertThat(corrected.version()).isGreaterThan(version);
        assertConflict("requester", () -> tickets.correct(key, new CorrectTicket("older", null, null, null, version)));
    }

    @Test
    void after_the_review_nothing_is_corrected_or_withdrawn() {
        TicketKey key = make.reviewed();

        assertConflict("requester", () -> tickets.correct(key, new CorrectTicket("x", null, null, null, null)));
        assertConflict("requester", () -> tickets.withdraw(key, new WithdrawTicket(null)));
        assertThat(seen("requester", key).outcome()).isNull();
    }

    @Test
    void what_the_process_does_not_wait_for_is_refused_with_what_is_possible() {
        TicketKey key = make.reviewed();

        var refused = catchThrowableOfType(
                ActionNotOpen.class,
                () -> as.user("supervisor", () -> tickets.review(key, new ReviewTicket(true, null))));

        assertThat(refused.open()).containsExactly("assign");
        assertThat(texts.of(Locale.ENGLISH, refused)).contains(key.toString()).contains("assign");
        assertConflict("manager", () -> tickets.assign(make.assigned(), new AssignTicket("engineer2", null)));
        assertConflict("engineer", () -> tickets.handle(make.assigned(), new HandleTicket("done")));
        assertConflict("engineer", () -> tickets.start(make.completed(), new StartTicket(null)));
        assertConflict("requester", () -> tickets.confirm(make.inProgress(), new ConfirmTicket(true, null)));
    }

    @Test
    void nobody_does_what_is_not_theirs() {
        TicketKey key = make.pending();

        assertDenied("requester", () -> tickets.review(key, new ReviewTicket(true, null)));
        assertDenied("admin", () -> tickets.review(key, new ReviewTicket(true, null)));
        assertDenied("engineer", () -> tickets.open(TicketMaker.request("x")));
        assertDenied("owner", () -> tickets.log(key));
        assertThatThrownBy(() -> as.user("owner", () -> tickets.get(key))).isInstanceOf(NotFound.class);
        assertDenied("viewer", () -> tickets.comment(key, new AddComment("hello")));
        assertDenied("supervisor", () -> tickets.withdraw(key, new WithdrawTicket(null)));
        assertDenied("admin", () -> {
            tickets.close(key);
            return true;
        });
        assertThat(seen("requester", key).status()).isEqualTo(TicketStatus.PENDING_REVIEW);
    }

    @Test
    void tickets_of_others_do_not_exist() {
        TicketKey pending = make.pending();
        TicketKey assigned = make.assigned();

        assertInvisible("requester2", pending);
        assertInvisible("requester2", assigned);
        assertInvisible("manager", pending);
        assertInvisible("engineer", pending);
        assertInvisible("engineer2", assigned);
        assertThatThrownBy(() -> as.user("engineer2", () -> tickets.start(assigned, new StartTicket(null))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> seen("admin", new TicketKey(999_999_999))).isInstanceOf(NotFound.class);
        Stream.of("admin", "operator", "viewer", "supervisor", "manager", "engineer", "requester")
                .forEach(person -> assertThat(seen(person, assigned).key()).isEqualTo(assigned));
    }

    @Test
    void a_refused_ticket_stays_unseen_by_the_contractor() {
        TicketKey key = make.pending();
        as.user("supervisor", () -> tickets.review(key, new ReviewTicket(false, "not ours")));

        assertInvisible("manager", key);
    }

    @Test
    void only_engineers_are_assigned() {
        TicketKey key = make.reviewed();

        assertRefused("assignee", "manager", () -> tickets.assign(key, new AssignTicket("requester", null)));
        assertRefused("assignee", "manager", () -> tickets.assign(key, new AssignTicket("nobody", null)));
        assertRefused("assignee", "manager", () -> tickets.assign(key, new AssignTicket("", null)));
    }

    @Test
    void what_is_missing_or_too_long_is_refused_by_field() {
        var invalid = catchThrowableOfType(
                InvalidInput.class,
                () -> as.user(
                        "requester",
                        () -> tickets.open(new OpenTicket(" ", "x".repeat(20_001), TaskType.PROBLEM, Priority.LOW))));
        assertThat(invalid.errors()).extracting(error -> error.field()).containsExactly("description", "title");

        assertRefused("title", "requester", () -> tickets.open(TicketMaker.request("x".repeat(201))));
        assertRefused("comment", "engineer", () -> tickets.handle(make.inProgress(), new HandleTicket(" ")));
        assertRefused(
                "comment", "engineer", () -> tickets.handle(make.inProgress(), new HandleTicket("x".repeat(4001))));
        assertRefused("text", "requester", () -> tickets.comment(make.pending(), new AddComment("")));
    }

    @Test
    void what_a_form_asks_beyond_our_words_is_kept_as_evidence() {
        TicketKey key = make.pending();
        Answers answers =
                Answers.none().and("approved", true).and("comment", "agreed").and("cost_center", "4711");

        as.user(
                "supervisor",
                () -> transaction.executeWithoutResult(status -> subject.entered(new StateEntered(
                        key.toString(),
                        "reviewed",
                        "assign",
                        null,
                        "assignTicket",
                        new Completion(key.toString(), "task", "reviewTicket", "review", answers)))));

        assertThat(log(key)).last().satisfies(line -> {
            assertThat(line.comment()).isEqualTo("agreed");
            assertThat(line.fields()).isEqualTo("{\"cost_center\":\"4711\"}");
        });
    }

    @Test
    void comments_are_kept_in_order() {
        TicketKey key = make.assigned();
        as.user("requester", () -> tickets.comment(key, new AddComment("any news?")));
        as.user("engineer", () -> tickets.comment(key, new AddComment(" <b>soon</b> ")));

        var page = as.user("manager", () -> tickets.comments(key, Paging.first(10)));

        assertThat(page.total()).isEqualTo(2);
        assertThat(page.items())
                .extracting(TicketComment::author, TicketComment::text)
                .containsExactly(tuple("requester", "any news?"), tuple("engineer", "<b>soon</b>"));
    }

    @Test
    void comments_of_one_moment_are_turned_over_by_cursor_without_loss_in_both_orders() {
        TicketKey key = make.pending();
        clock.at(Instant.parse("2026-11-20T08:00:00Z"), () -> {
            for (int i = 0; i < 7; i++) {
                AddComment comment = new AddComment("no. " + i);
                as.user("requester", () -> tickets.comment(key, comment));
            }
        });

        assertThat(turned(key, "created_at,asc")).containsExactly("0", "1", "2", "3", "4", "5", "6");
        assertThat(turned(key, "created_at,desc")).containsExactly("6", "5", "4", "3", "2", "1", "0");
        assertThat(turned(key, null)).hasSize(7);
    }

    private List<String> turned(TicketKey key, @Nullable String sort) {
        List<String> turned = new ArrayList<>();
        String after = null;
        do {
            Paging paging = new Paging(0, 3, sort, after);
            PageOf<TicketComment> page = as.user("requester", () -> tickets.comments(key, paging));
            assertThat(page.total()).isEqualTo(7);
            page.items().forEach(comment -> turned.add(comment.text().substring(4)));
            after = page.next();
        } while (after != null);
        return turned;
    }

    @RepeatedTest(10)
    void the_same_review_sent_eight_times_at_once_takes_effect_once() throws Exception {
        TicketKey key = make.pending();

        List<Throwable> refused = atOnce(8, "supervisor", () -> tickets.review(key, new ReviewTicket(true, null)));

        assertThat(refused)
                .hasSize(7)
                .allMatch(error -> error instanceof RuleViolated || error instanceof ConcurrencyFailureException);
        assertThat(log(key)).extracting(TicketLogEntry::action).containsExactly("open", "review");
        assertThat(seen("manager", key).availableActions()).containsExactly("assign");
    }

    @RepeatedTest(10)
    void a_withdrawal_and_a_review_at_once_do_not_both_happen() throws Exception {
        TicketKey key = make.pending();

        List<Throwable> refused = together(List.of(
                () -> as.user("supervisor", () -> tickets.review(key, new ReviewTicket(true, null))),
                () -> as.user("requester", () -> tickets.withdraw(key, new WithdrawTicket(null)))));

        assertThat(refused).hasSize(1);
        assertThat(log(key)).hasSize(2);
    }

    @Test
    void no_transition_needs_more_statements_than_the_bound() {
        TicketKey key = make.pending();
        TicketKey warm = make.confirmed(); // ids are taken in blocks, models are read once
        clock.runDueJobs();
        assertThat(warm).isNotNull();

        assertStatements(TRANSITION, "requester", () -> tickets.open(TicketMaker.request("another")));
        assertStatements(TRANSITION, "supervisor", () -> tickets.review(key, new ReviewTicket(true, "agreed")));
        assertStatements(TRANSITION, "manager", () -> tickets.assign(key, new AssignTicket("engineer", "please")));
        assertStatements(TRANSITION, "engineer", () -> tickets.start(key, new StartTicket(null)));
        assertStatements(TRANSITION, "engineer", () -> tickets.handle(key, new HandleTicket("done")));
        assertStatements(TRANSITION, "requester", () -> tickets.confirm(key, new ConfirmTicket(true, null)));
        assertStatements(READ, "requester", () -> tickets.get(key));
        assertStatements(READ, "requester", () -> tickets.log(key));
    }

    private void assertStatements(int most, String person, Callable<?> work) {
        List<String> statements = as.user(person, () -> sql.during(() -> done(work)));
        assertThat(statements).hasSizeLessThanOrEqualTo(most);
    }

    private static void done(Callable<?> work) {
        try {
            work.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private TicketDetails seen(String person, TicketKey key) {
        return as.user(person, () -> tickets.get(key));
    }

    private List<TicketLogEntry> log(TicketKey key) {
        return as.user("admin", () -> tickets.log(key));
    }

    private static Tuple step(@Nullable TicketStatus from, TicketStatus to, String action, String actor) {
        return tuple(from, to, action, actor);
    }

    private void assertInvisible(String person, TicketKey key) {
        Stream.<Callable<?>>of(
                        () -> tickets.get(key), () -> tickets.log(key), () -> tickets.comments(key, Paging.first(10)))
                .forEach(way -> assertThatThrownBy(() -> as.user(person, way))
                        .as(person)
                        .isInstanceOf(NotFound.class));
    }

    private void assertDenied(String person, Callable<?> work) {
        assertThatThrownBy(() -> as.user(person, work)).isInstanceOf(AccessDeniedException.class);
    }

    private void assertConflict(String person, Callable<?> work) {
        assertThat(catchThrowableOfType(DomainError.class, () -> as.user(person, work))
                        .status())
                .isEqualTo(409);
    }

    private void assertRefused(String field, String person, Callable<?> work) {
        var invalid = catchThrowableOfType(InvalidInput.class, () -> as.user(person, work));
        assertThat(invalid.errors()).extracting(error -> error.field()).containsExactly(field);
        invalid.errors()
                .forEach(error -> assertThat(texts.of(Locale.ENGLISH, error)).isNotBlank());
    }

    private List<Throwable> atOnce(int times, String person, Callable<?> work) throws Exception {
        return together(IntStream.range(0, times)
                .<Callable<?>>mapToObj(each -> () -> as.user(person, work))
                .toList());
    }

    /** Does all of it at the same moment and gives back what was refused. */
    private static List<Throwable> together(List<Callable<?>> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(work.size());
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<Future<?>> all = work.stream()
                    .<Future<?>>map(each -> threads.submit(() -> {
                        start.await();
                        return each.call();
                    }))
                    .toList();
            List<Throwable> refused = new ArrayList<>();
            for (Future<?> each : all) {
                try {
                    each.get();
                } catch (ExecutionException e) {
                    refused.add(e.getCause());
                }
            }
            return refused;
        } finally {
            threads.shutdownNow();
        }
    }
}
