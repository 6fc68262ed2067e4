package io.opsflow.tickets.ui;

import io.opsflow.design.Attempt;
import io.opsflow.design.Formats;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.tickets.TicketComment;
import io.opsflow.tickets.TicketDetails;
import io.opsflow.tickets.TicketKey;
import io.opsflow.tickets.TicketLogEntry;
import io.opsflow.tickets.TicketPulse;
import io.opsflow.tickets.Tickets;
import io.opsflow.workflow.ObjectProcess;
import io.opsflow.workflow.OpenTask;
import io.opsflow.workflow.People;
import io.opsflow.workflow.ProcessLibrary;
import io.opsflow.workflow.Processes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A ticket as its page shows it at one moment.
 *
 * @param pulse    what changes whenever anything on the page does
 * @param ticket   the ticket
 * @param names    what the assignees of its open tasks are called
 * @param log      what happened, the oldest first
 * @param comments what was said last, the oldest first
 * @param said     how many comments there are
 * @param process  where its process stands and stood; null when not even the engine's history has it any more
 * @param running  whether it still has a process, if it is not closed
 */
record TicketSight(
        Pulse pulse,
        TicketDetails ticket,
        Map<String, String> names,
        List<TicketLogEntry> log,
        List<TicketComment> comments,
        long said,
        @Nullable ObjectProcess process,
        boolean running) {

    /** Asked for every few seconds: only when it differs is the rest asked for again. */
    record Pulse(TicketPulse ticket, List<OpenTask> tasks) {}

    /** What the ticket waits for. */
    List<OpenTask> tasks() {
        return pulse.tasks();
    }

    /** What an assignee of an open task is called. */
    String name(String username) {
        return names.getOrDefault(username, username);
    }

    /** How many older comments are not shown. */
    long hiddenComments() {
        return Math.max(0, said - comments.size());
    }

    /** Looks at tickets. */
    @Component
    static class Eye {

        private final Tickets tickets;
        private final Processes processes;
        private final ProcessLibrary library;
        private final People people;

        Eye(Tickets tickets, Processes processes, ProcessLibrary library, People people) {
            this.tickets = tickets;
            this.processes = processes;
            this.library = library;
            this.people = people;
        }

        Pulse pulse(TicketKey key) {
            return new Pulse(tickets.pulse(key), processes.openTasks(key.toString(), Formats.locale()));
        }

        /** Everything, with that many pages of comments. The pulse is felt first: what comes later is seen next time. */
        TicketSight at(TicketKey key, int pages) {
            Pulse pulse = pulse(key);
            List<TicketComment> comments = new ArrayList<>();
            PageOf<TicketComment> page = page(key, null);
            comments.addAll(page.items());
            for (int i = 1; i < pages && page.next() != null; i++) {
                page = page(key, page.next());
                comments.addAll(page.items());
            }
            Collections.reverse(comments);
            TicketDetails ticket = tickets.get(key);
            return new TicketSight(
                    pulse,
                    ticket,
                    people.namesOf(pulse.tasks().stream()
                            .map(OpenTask::assignee)
                            .filter(Objects::nonNull)
                            .collect(Collectors.toSet())),
                    tickets.log(key),
                    List.copyOf(comments),
                    page.total(),
                    Attempt.find(() -> library.ofObject(key.toString(), Formats.locale()), gone -> {})
                            .orElse(null),
                    !pulse.tasks().isEmpty() || ticket.status().isFinal() || processes.isRunning(key.toString()));
        }

        private PageOf<TicketComment> page(TicketKey key, @Nullable String after) {
            return tickets.comments(key, new Paging(0, Paging.MAX_SIZE, "created_at,desc", after));
        }
    }
}
