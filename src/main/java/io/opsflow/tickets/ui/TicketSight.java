package io.opsflow.tickets.ui;

import io.opsflow.design.Formats;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.tickets.TicketComment;
import io.opsflow.tickets.TicketDetails;
import io.opsflow.tickets.TicketKey;
import io.opsflow.tickets.TicketLogEntry;
import io.opsflow.tickets.Tickets;
import io.opsflow.workflow.ObjectProcess;
import io.opsflow.workflow.OpenTask;
import io.opsflow.workflow.People;
import io.opsflow.workflow.ProcessLibrary;
import io.opsflow.workflow.Processes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * A ticket as its page shows it at one moment.
 *
 * @param pulse    what changes whenever anything on the page does
 * @param log      what happened, the oldest first
 * @param comments what was said last, the oldest first; {@link #hiddenComments()} tells how much stands before it
 * @param process  where its process stands and stood
 */
record TicketSight(Pulse pulse, List<TicketLogEntry> log, List<TicketComment> comments, ObjectProcess process) {

    TicketDetails ticket() {
        return pulse.ticket();
    }

    /** Cheap to ask for every few seconds: only when it differs is the rest asked for again. */
    record Pulse(TicketDetails ticket, long comments, List<OpenTask> tasks, Map<String, String> names) {

        /** What an assignee of an open task is called. */
        String name(String username) {
            return names.getOrDefault(username, username);
        }
    }

    /** How many older comments are not shown. */
    long hiddenComments() {
        return Math.max(0, pulse.comments() - comments.size());
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
            List<OpenTask> tasks = processes.openTasks(key.toString(), Formats.locale());
            return new Pulse(
                    tickets.get(key),
                    tickets.comments(key, Paging.first(1)).total(),
                    tasks,
                    people.namesOf(tasks.stream()
                            .map(OpenTask::assignee)
                            .filter(Objects::nonNull)
                            .collect(Collectors.toSet())));
        }

        TicketSight at(Pulse pulse) {
            TicketKey key = pulse.ticket().key();
            return new TicketSight(
                    pulse,
                    tickets.log(key),
                    newest(key, pulse.comments()),
                    library.ofObject(key.toString(), Formats.locale()));
        }

        /** The last page, filled up from the one before it. */
        private List<TicketComment> newest(TicketKey key, long total) {
            int reachable = (int) Math.min(total, PageOf.COUNTED); // no list can be asked for pages behind that
            int last = Math.max(0, reachable - 1) / Paging.MAX_SIZE;
            List<TicketComment> newest = new ArrayList<>();
            if (last > 0 && reachable % Paging.MAX_SIZE != 0) {
                newest.addAll(page(key, last - 1));
            }
            newest.addAll(page(key, last));
            return List.copyOf(newest.subList(Math.max(0, newest.size() - Paging.MAX_SIZE), newest.size()));
        }

        private List<TicketComment> page(TicketKey key, int page) {
            return tickets.comments(key, new Paging(page, Paging.MAX_SIZE, null, null))
                    .items();
        }
    }
}
