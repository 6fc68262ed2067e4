package io.opsflow.tickets;

import io.opsflow.kernel.Actor;
import io.opsflow.workflow.Answers;
import io.opsflow.workflow.Completion;
import io.opsflow.workflow.HandOver;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A request for help that somebody reviews, assigns, handles and confirms. Where its process stands is its status. */
@Entity
@DynamicUpdate // a transition does not write the description again
class Ticket {

    static final int TITLE = 200;
    static final int DESCRIPTION = 20_000;
    static final int COMMENT = 4_000;

    @Id
    @TableGenerator(
            name = "ticket",
            table = "id_sequence",
            pkColumnName = "name",
            valueColumnName = "next_id",
            pkColumnValue = "ticket",
            initialValue = 1000)
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "ticket")
    private long id;

    @Version
    private int version;

    private String title;
    private String description;

    @Enumerated(EnumType.STRING)
    private TaskType taskType;

    private Priority priority;
    private TicketStatus status = TicketStatus.PENDING_REVIEW;

    /** The number of the last line in the log: that no two lines share one is how a step takes effect only once. */
    private int moves;

    private boolean approved;

    @Enumerated(EnumType.STRING)
    private @Nullable TicketOutcome outcome;

    private String creator;
    private @Nullable String reviewer;
    private @Nullable String assignee;
    private @Nullable String handler;
    private @Nullable String reviewComment;
    private @Nullable String assignComment;
    private @Nullable String handleComment;
    private @Nullable String confirmComment;
    private @Nullable String withdrawComment;
    private Instant createdAt;
    private Instant updatedAt;
    private @Nullable Instant closedAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Ticket() {}

    Ticket(OpenTicket request, String creator, Instant now) {
        this.title = request.title().strip();
        this.description = request.description() == null ? "" : request.description();
        this.taskType = request.taskType();
        this.priority = request.priority();
        this.creator = creator;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /**
     * The requester says it better.
     *
     * @return the correction's line in the log
     */
    TicketLogRow correct(CorrectTicket correction, Actor actor, Instant now) {
        beforeReview();
        if (correction.version() != null && correction.version() != version) {
            throw new TicketChanged(key());
        }
        title = correction.title() == null ? title : correction.title().strip();
        description = correction.description() == null ? description : correction.description();
        taskType = correction.taskType() == null ? taskType : correction.taskType();
        priority = correction.priority() == null ? priority : correction.priority();
        updatedAt = now;
        moves++;
        return new TicketLogRow(this, moves, status, "correct", actor, null, now);
    }

    /** The requester takes it back; the process closes it. */
    void withdraw(WithdrawTicket withdrawal) {
        beforeReview();
        outcome = TicketOutcome.WITHDRAWN;
        withdrawComment = withdrawal.comment();
    }

    private void beforeReview() {
        if (status != TicketStatus.PENDING_REVIEW) {
            throw new ReviewOver(key(), status);
        }
    }

    /**
     * The process stands somewhere else now, because of a completed task or by itself.
     *
     * @return the step's line in the log
     */
    TicketLogRow enter(TicketStatus next, @Nullable Completion cause, Actor actor, Instant now) {
        if (status.isFinal()) {
            throw new TicketClosed(key());
        }
        TicketStatus from = moves == 0 ? null : status;
        if (cause != null) {
            learn(cause.action(), cause.answers(), actor.name());
        }
        status = next;
        updatedAt = now;
        moves++;
        if (next.isFinal()) {
            closedAt = now;
            outcome = outcome != null ? outcome : approved ? TicketOutcome.RESOLVED : TicketOutcome.REFUSED;
        }
        String action = cause == null ? actionWithoutTask() : cause.action();
        String comment = cause == null ? withdrawComment : cause.answers().text("comment");
        return new TicketLogRow(this, moves, from, action, actor, comment, now);
    }

    /**
     * Somebody does not work here any more, and another takes over; the state stays.
     *
     * @return the line in the log
     */
    TicketLogRow handOver(HandOver handOver, String remark, Actor actor, Instant now) {
        if (handOver.to() != null && handOver.from().equals(assignee)) {
            assignee = handOver.to();
        }
        updatedAt = now;
        moves++;
        return new TicketLogRow(this, moves, status, "hand_over", actor, remark, now);
    }

    private void learn(String action, Answers answers, String actor) {
        String comment = answers.text("comment");
        switch (action) {
            case "review" -> {
                approved = Boolean.TRUE.equals(answers.flag("approved"));
                reviewer = actor;
                reviewComment = comment;
            }
            case "assign" -> {
                assignee = answers.text("assignee");
                assignComment = comment;
            }
            case "handle" -> {
                handler = actor;
                handleComment = comment;
            }
            case "confirm" -> confirmComment = comment;
            default -> {} // what a process owner adds stands in the log
        }
    }

    private String actionWithoutTask() {
        if (moves == 1) {
            return "open";
        }
        if (outcome == TicketOutcome.WITHDRAWN) {
            return "withdraw";
        }
        return status.isFinal() ? "close" : "move";
    }

    /**
     * Whether somebody may not do an action in another's place: requesters do nobody's part of their own ticket, and who
     * solves it does not confirm that.
     */
    boolean isParty(String action, String username) {
        return action.equals("confirm")
                ? username.equals(assignee) || username.equals(handler)
                : username.equals(creator);
    }

    /** Everybody who is named on it. */
    Set<String> people() {
        return Stream.of(creator, reviewer, assignee, handler)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What the audit log compares. */
    Map<String, Object> facts() {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("title", title);
        facts.put("description", description);
        facts.put("task_type", taskType);
        facts.put("priority", priority);
        facts.put("status", moves == 0 ? null : status);
        facts.put("outcome", outcome);
        facts.put("reviewer", reviewer);
        facts.put("assignee", assignee);
        facts.put("handler", handler);
        facts.put("review_comment", reviewComment);
        facts.put("assign_comment", assignComment);
        facts.put("handle_comment", handleComment);
        facts.put("confirm_comment", confirmComment);
        facts.put("withdraw_comment", withdrawComment);
        facts.values().removeIf(Objects::isNull);
        return facts;
    }

    TicketKey key() {
        return new TicketKey(id);
    }

    long id() {
        return id;
    }

    int version() {
        return version;
    }

    int moves() {
        return moves;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    TaskType taskType() {
        return taskType;
    }

    Priority priority() {
        return priority;
    }

    TicketStatus status() {
        return status;
    }

    @Nullable
    TicketOutcome outcome() {
        return outcome;
    }

    String creator() {
        return creator;
    }

    @Nullable
    String reviewer() {
        return reviewer;
    }

    @Nullable
    String assignee() {
        return assignee;
    }

    @Nullable
    String handler() {
        return handler;
    }

    @Nullable
    String reviewComment() {
        return reviewComment;
    }

    @Nullable
    String assignComment() {
        return assignComment;
    }

    @Nullable
    String handleComment() {
        return handleComment;
    }

    @Nullable
    String confirmComment() {
        return confirmComment;
    }

    @Nullable
    String withdrawComment() {
        return withdrawComment;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }
}
