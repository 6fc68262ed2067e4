package io.opsflow.tickets.ui;

import io.opsflow.design.Formats;
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
 * @param comments what was said, the oldest first
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

    /** Nobody reads more than so many pages of comments. */
    private static final int PAGES = 10;

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
            List<TicketComment> comments = new ArrayList<>();
            for (int page = 0; comments.size() < pulse.comments() && page < PAGES; page++) {
                comments.addAll(tickets.comments(key, new Paging(page, Paging.MAX_SIZE, null, null))
                        .items());
            }
            return new TicketSight(
                    pulse, tickets.log(key), comments, library.ofObject(key.toString(), Formats.locale()));
        }
    }
}
