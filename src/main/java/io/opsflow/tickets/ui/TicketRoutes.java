package io.opsflow.tickets.ui;

import io.opsflow.tickets.TicketKey;

/** The paths of the ticket screens. */
final class TicketRoutes {

    static final String LIST = "tickets";
    static final String NEW = "tickets/new";
    static final String HISTORY = "tickets/history";
    static final String KEY = "key";
    static final String ONE = "tickets/:" + KEY;

    private TicketRoutes() {}

    static String one(TicketKey key) {
        return LIST + "/" + key;
    }
}
