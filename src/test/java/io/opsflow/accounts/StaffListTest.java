package io.opsflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.opsflow.kernel.Permissions;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.workflow.PeopleSearch;
import io.opsflow.workflow.PeopleSearch.Order;
import io.opsflow.workflow.Person;
import io.opsflow.workflow.Team;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The people as lists, for ourselves and as the engine asks for them. */
@OpsFlowTest
class StaffListTest {

    @Autowired
    StaffList staff;

    @Autowired
    Directory directory;

    @Autowired
    RoleRepository roles;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    IdentityService engine;

    @Test
    void people_are_found_by_name_by_team_and_by_permission_page_by_page() {
        assertThat(find(Set.of("owner", "nobody"), null, null))
                .extracting(Person::name)
                .containsExactly("吴霞");
        assertThat(find(null, "韩%", null)).extracting(Person::username).containsExactly("engineer");
        assertThat(find(null, null, "SUPERVISOR")).extracting(Person::username).containsExactly("supervisor");
        assertThat(find(null, null, Permissions.PROCESSES_DEPLOY))
                .extracting(Person::username)
                .containsExactly("admin", "owner");
        PeopleSearch down = new PeopleSearch(null, null, "ENGINEER", Order.USERNAME_DOWN);
        assertThat(staff.count(down)).isEqualTo(3);
        assertThat(staff.find(down, 1, 1)).extracting(Person::username).containsExactly("engineer2");
    }

    @Test
    void teams_have_names_in_the_reader_s_language() {
        assertThat(staff.teams(Locale.ENGLISH)).contains(new Team("SUPERVISOR", "Supervisor"));
        assertThat(staff.teams(Locale.SIMPLIFIED_CHINESE)).contains(new Team("PROCESS_OWNER", "流程负责人"));
    }

    @Test
    void the_engine_knows_the_people_and_no_password() {
        assertThat(engine.createUserQuery().orderByUserId().desc().listPage(0, 1))
                .extracting(User::getId)
                .containsExactly("viewer");
        assertThat(engine.createUserQuery()
                        .memberOfGroup("PROJECT_MANAGER")
                        .singleResult()
                        .getFirstName())
                .isEqualTo("王建国");
        assertThat(engine.createUserQuery().userEmail("owner@example.com").count())
                .isZero();
        assertThat(engine.createGroupQuery().groupMember("owner").list())
                .extracting(Group::getId)
                .containsExactly("PROCESS_OWNER", Permissions.PROCESSES_DEPLOY, Permissions.PROCESSES_WATCH);
        assertThat(engine.createGroupQuery().groupIdIn("SUPERVISOR", "g-nobody").count())
                .isEqualTo(1);
        assertThat(engine.checkPassword("admin", "admin123")).isFalse();
        assertThat(engine.isReadOnly()).isTrue();
    }

    @Test
    void who_loses_a_permission_leaves_the_group_that_the_engine_grants_to() {
        String operate = Permissions.PROCESSES_OPERATE;
        assertThat(groups("owner")).doesNotContain(operate);
        transaction.executeWithoutResult(status -> owners().grant(List.of(operate)));
        try {
            assertThat(groups("owner")).contains(operate);
        } finally {
            transaction.executeWithoutResult(status -> owners().permissions().remove(operate));
        }
        assertThat(groups("owner")).doesNotContain(operate);
    }

    private Role owners() {
        directory.changed();
        return roles.findByCodeIn(Set.of("PROCESS_OWNER")).get(0);
    }

    private List<String> groups(String username) {
        return engine.createGroupQuery().groupMember(username).list().stream()
                .map(Group::getId)
                .toList();
    }

    private List<Person> find(@Nullable Set<String> usernames, @Nullable String name, @Nullable String team) {
        return staff.find(new PeopleSearch(usernames, name, team, Order.USERNAME), 0, 100);
    }
}
