package io.opsflow.tickets.ui;

import io.opsflow.design.ListPage.Option;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import io.opsflow.workflow.People;
import java.util.List;

/** The people that a list of tickets can be narrowed to. */
final class TicketPeople {

    static final String REQUESTER = "REQUESTER";
    static final String ENGINEER = "ENGINEER";

    private TicketPeople() {}

    /** Who sees only his own tickets has nobody to choose from. */
    static boolean canChoose() {
        return Actor.may(Permissions.TICKETS_VIEW_ALL) || Actor.may(Permissions.TICKETS_VIEW_APPROVED);
    }

    static List<Option> with(People people, String role) {
        return people.withRole(role).stream()
                .map(person -> new Option(person.username(), person.name()))
                .toList();
    }
}
