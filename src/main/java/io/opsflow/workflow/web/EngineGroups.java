package io.opsflow.workflow.web;

import io.opsflow.kernel.Permissions;
import io.opsflow.workflow.People;
import io.opsflow.workflow.Staff;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * The groups of the engine that somebody belongs to: roles, groups, and those permissions that the engine grants anything
 * for. The grants stand on the permissions, so that they follow a role whose permissions are edited.
 */
@Component
class EngineGroups {

    /** Each is a group of the engine under its own name. */
    static final Set<String> PERMISSIONS =
            Set.of(Permissions.PROCESSES_WATCH, Permissions.PROCESSES_DEPLOY, Permissions.PROCESSES_OPERATE);

    private final People people;
    private final Staff staff;

    EngineGroups(People people, Staff staff) {
        this.people = people;
        this.staff = staff;
    }

    List<String> of(String username) {
        Set<String> groups = new TreeSet<>(people.membershipsOf(username));
        staff.permissionsOf(username).stream().filter(PERMISSIONS::contains).forEach(groups::add);
        return List.copyOf(groups);
    }
}
