package io.opsflow.bench;

import java.util.List;
import java.util.Map;

/** What people do with a ticket after it was opened, in order. */
record Steps(String user, String call, Map<String, Object> body) {

    static final List<Steps> AFTER_OPENING = List.of(
            new Steps("supervisor", "review", Map.of("approved", true, "comment", "agreed")),
            new Steps("manager", "assign", Map.of("assignee", "engineer", "comment", "please")),
            new Steps("engineer", "start", Map.of("comment", "on my way")),
            new Steps("engineer", "handle", Map.of("comment", "index added")),
            new Steps("requester", "confirm", Map.of("confirmed", true, "comment", "thanks")));

    /** With the opening, and without the closing, which is nobody's. */
    static final int IN_A_LIFE = AFTER_OPENING.size() + 1;
}
