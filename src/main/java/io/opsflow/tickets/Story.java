package io.opsflow.tickets;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The life of one ticket of the demo, as {@code demo/tickets.json} tells it. */
record Story(
        String by,
        String at,
        TaskType taskType,
        Priority priority,
        String title,
        String description,
        List<Step> steps) {

    TicketKey open(Tickets tickets) {
        return tickets.open(new OpenTicket(title, description, taskType, priority))
                .key();
    }

    /**
     * What somebody does with it.
     *
     * @param closes when the confirmed ticket is closed, where that is not at once: a state that lasts seconds is seen
     *               by nobody otherwise
     */
    record Step(
            String at,
            String by,
            @JsonProperty("do") String action,
            @Nullable Boolean approved,
            @Nullable Boolean confirmed,
            @Nullable String assignee,
            @Nullable String comment,
            @Nullable String closes) {

        void take(Tickets tickets, @Nullable TicketKey ofStory) {
            TicketKey key = Objects.requireNonNull(ofStory, "a story begins with its ticket");
            switch (action) {
                case "comment" -> tickets.comment(key, new AddComment(told(comment)));
                case "review" -> tickets.review(key, new ReviewTicket(told(approved), comment));
                case "assign" -> tickets.assign(key, new AssignTicket(told(assignee), comment));
                case "start" -> tickets.start(key, new StartTicket(comment));
                case "handle" -> tickets.handle(key, new HandleTicket(told(comment)));
                case "confirm" -> tickets.confirm(key, new ConfirmTicket(told(confirmed), comment));
                case "withdraw" -> tickets.withdraw(key, new WithdrawTicket(comment));
                default -> throw new IllegalArgumentException("nobody can " + action + " a ticket");
            }
        }

        private <T> T told(@Nullable T value) {
            return Objects.requireNonNull(value, () -> action + " at " + at + " lacks something");
        }
    }
}
