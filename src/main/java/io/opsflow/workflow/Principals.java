package io.opsflow.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How the inbox table spells for whom a task waits. */
final class Principals {

    private static final String USER = "u:";
    private static final String GROUP = "c:";

    private Principals() {}

    static String user(String username) {
        return USER + username;
    }

    /** A role or a group: the engine knows both as groups. */
    static String group(String code) {
        return GROUP + code;
    }

    static List<String> groups(Collection<String> codes) {
        return codes.stream().sorted().map(Principals::group).toList();
    }

    /** A person with everything that the person belongs to. */
    static List<String> all(String username, Collection<String> memberships) {
        List<String> all = new ArrayList<>(groups(memberships));
        all.add(user(username));
        return all;
    }

    /** The user name, role code or group behind a principal. */
    static String name(String principal) {
        return principal.substring(USER.length());
    }
}
