package io.opsflow.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opsflow.kernel.Actor;
import io.opsflow.kernel.NotFound;
import io.opsflow.workflow.Answers;
import io.opsflow.workflow.Completion;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketTest {

    private static final Instant MORNING = Instant.parse("2026-11-20T01:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final Actor SOMEBODY = new Actor("somebody", null);

    private final Ticket ticket =
            new Ticket(new OpenTicket(" Export stops ", null, TaskType.PROBLEM, Priority.HIGH), "requester", MORNING);

    @Test
    void a_new_ticket_keeps_what_was_asked_for() {
        assertThat(ticket.title()).isEqualTo("Export stops");
        assertThat(ticket.description()).isEmpty();
        assertThat(ticket.creator()).isEqualTo("requester");
        assertThat(ticket.createdAt()).isEqualTo(MORNING);
    }

    @Test
    void the_first_step_comes_from_nowhere() {
        TicketLogEntry first = entry(ticket.enter(TicketStatus.PENDING_REVIEW, null, SOMEBODY, MORNING));

        assertThat(first.from()).isNull();
        assertThat(first.to()).isEqualTo(TicketStatus.PENDING_REVIEW);
        assertThat(first.action()).isEqualTo("open");
    }

    @Test
    void every_step_leaves_its_person_and_comment_on_the_ticket() {
        enter(TicketStatus.PENDING_REVIEW);
        enter(
                TicketStatus.REVIEWED,
                "review",
                "supervisor",
                Answers.none().and("approved", true).and("comment", "ok"));
        enter(TicketStatus.ASSIGNED, "assign", "manager", Answers.none().and("assignee", "engineer"));
        enter(TicketStatus.IN_PROGRESS, "start", "engineer", Answers.none());
        enter(TicketStatus.COMPLETED, "handle", "engineer", Answers.none().and("comment", "done"));
        enter(TicketStatus.CONFIRMED, "confirm", "requester", Answers.none().and("confirmed", true));
        enter(TicketStatus.CLOSED);

        assertThat(ticket.reviewer()).isEqualTo("supervisor");
        assertThat(ticket.reviewComment()).isEqualTo("ok");
        assertThat(ticket.assignee()).isEqualTo("engineer");
        assertThat(ticket.handler()).isEqualTo("engineer");
        assertThat(ticket.handleComment()).isEqualTo("done");
        assertThat(ticket.outcome()).isEqualTo(TicketOutcome.RESOLVED);
        assertThat(ticket.closedAt()).isEqualTo(NOON);
        assertThat(ticket.moves()).isEqualTo(7);
    }

    @Test
    void a_refused_ticket_is_closed_as_refused() {
        enter(TicketStatus.PENDING_REVIEW);
        enter(
                TicketStatus.CLOSED,
                "review",
                "supervisor",
                Answers.none().and("approved", false).and("comment", "no"));

        assertThat(ticket.outcome()).isEqualTo(TicketOutcome.REFUSED);
    }

    @Test
    void a_withdrawn_ticket_is_closed_as_withdrawn_with_its_reason_in_the_log() {
        enter(TicketStatus.PENDING_REVIEW);
        ticket.withdraw(new WithdrawTicket("solved"));
        TicketLogEntry last = entry(ticket.enter(TicketStatus.CLOSED, null, SOMEBODY, NOON));

        assertThat(ticket.outcome()).isEqualTo(TicketOutcome.WITHDRAWN);
        assertThat(last.action()).isEqualTo("withdraw");
        assertThat(last.comment()).isEqualTo("solved");
    }

    @Test
    void nothing_follows_the_end() {
        enter(TicketStatus.CLOSED);

        assertThatThrownBy(() -> enter(TicketStatus.IN_PROGRESS)).isInstanceOf(TicketClosed.class);
    }

    @Test
    void a_correction_changes_only_what_it_names() {
        enter(TicketStatus.PENDING_REVIEW);
        TicketLogEntry line = entry(ticket.correct(
                new CorrectTicket("Export stops at 80 %", null, null, Priority.URGENT, 0), SOMEBODY, NOON));

        assertThat(ticket.title()).isEqualTo("Export stops at 80 %");
        assertThat(ticket.priority()).isEqualTo(Priority.URGENT);
        assertThat(ticket.taskType()).isEqualTo(TaskType.PROBLEM);
        assertThat(ticket.updatedAt()).isEqualTo(NOON);
        assertThat(line.action()).isEqualTo("correct");
        assertThat(line.from()).isEqualTo(line.to());
    }

    @Test
    void a_reviewed_ticket_is_neither_corrected_nor_withdrawn() {
        enter(TicketStatus.REVIEWED);

        assertThatThrownBy(() -> ticket.correct(new CorrectTicket("x", null, null, null, null), SOMEBODY, NOON))
                .isInstanceOf(ReviewOver.class);
        assertThatThrownBy(() -> ticket.withdraw(new WithdrawTicket(null))).isInstanceOf(ReviewOver.class);
    }

    @Test
    void a_correction_of_an_older_version_is_refused() {
        assertThatThrownBy(() -> ticket.correct(new CorrectTicket("x", null, null, null, 7), SOMEBODY, NOON))
                .isInstanceOf(TicketChanged.class);
        assertThat(ticket.title()).isEqualTo("Export stops");
    }

    @ParameterizedTest
    @ValueSource(strings = {"T-1042", "t-1042", "1042", " T-1042 "})
    void a_ticket_is_found_by_key_or_number(String written) {
        assertThat(TicketKey.of(written)).hasToString("T-1042").isEqualTo(new TicketKey(1042));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "T-", "T-0", "-1", "X-1", "T-1042x", "１０", "9999999999999999999"})
    void what_is_no_key_names_no_ticket(String written) {
        assertThatThrownBy(() -> TicketKey.of(written)).isInstanceOf(NotFound.class);
    }

    @Test
    void the_numbers_in_the_tables_stay_what_they_are() {
        var status = new TicketStatus.Column();
        var priority = new Priority.Column();

        assertThat(Arrays.stream(TicketStatus.values()).map(status::convertToDatabaseColumn))
                .containsExactly(10, 20, 30, 40, 50, 60, 70);
        assertThat(Arrays.stream(Priority.values()).map(priority::convertToDatabaseColumn))
                .containsExactly(10, 20, 30, 40);
        assertThat(status.convertToEntityAttribute(40)).isEqualTo(TicketStatus.IN_PROGRESS);
        assertThat(priority.convertToEntityAttribute(40)).isEqualTo(Priority.URGENT);
    }

    private void enter(TicketStatus status) {
        ticket.enter(status, null, SOMEBODY, NOON);
    }

    private void enter(TicketStatus status, String action, String actor, Answers answers) {
        ticket.enter(status, completion(action, answers), new Actor(actor, null), NOON);
    }

    private static @Nullable Completion completion(String action, Answers answers) {
        return new Completion("T-1042", "task", action + "Ticket", action, answers);
    }

    private static TicketLogEntry entry(TicketLogRow row) {
        return row.entry(Map.of());
    }
}
