package io.opsflow.workflow;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who works here: the port through which tasks, forms and the engine know people, roles and groups. */
public interface People {

    /** An active person by user name. */
    Optional<Person> find(String username);

    /** The active people who have a role, by name. */
    List<Person> withRole(String roleCode);

    /** The codes of all roles: {@code SUPERVISOR}. */
    Set<String> roleCodes();

    /** The codes of all groups: {@code g-network}. */
    Set<String> groupCodes();

    /** The roles and groups somebody belongs to; empty for somebody unknown. */
    Set<String> membershipsOf(String username);

    /** The zone in which the acting person reads and writes times. */
    ZoneId zone();

    /** The names of people, active or not, by user name; who is unknown is absent. */
    Map<String, String> namesOf(Collection<String> usernames);

    /** The name of one person, active or not; the user name of somebody unknown. */
    default String nameOf(String username) {
        return namesOf(Set.of(username)).getOrDefault(username, username);
    }
}
