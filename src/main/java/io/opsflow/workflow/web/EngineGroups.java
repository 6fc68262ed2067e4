package io.opsflow.workflow.web;

import io.opsflow.kernel.Permissions;
import io.opsflow.kernel.Texts;
import io.opsflow.workflow.People;
import io.opsflow.workflow.Staff;
import io.opsflow.workflow.Team;
import java.util.List;
import java.util.Locale;
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
    private final Texts texts;

    EngineGroups(People people, Staff staff, Texts texts) {
        this.people = people;
        this.staff = staff;
        this.texts = texts;
    }

    List<Team> permissions(Locale locale) {
        return PERMISSIONS.stream()
                .map(permission -> new Team(permission, texts.get(locale, "workflow.web." + permission)))
                .toList();
    }

    List<String> of(String username) {
        Set<String> groups = new TreeSet<>(people.membershipsOf(username));
        staff.permissionsOf(username).stream().filter(PERMISSIONS::contains).forEach(groups::add);
        return List.copyOf(groups);
    }
}
