package io.opsflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.opsflow.kernel.Permissions;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.SqlCount;
import io.opsflow.workflow.People;
import io.opsflow.workflow.PeopleSearch;
import io.opsflow.workflow.PeopleSearch.Order;
import io.opsflow.workflow.Person;
import io.opsflow.workflow.Staff;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.transaction.support.TransactionTemplate;

/** A group may carry roles; then everybody who asks what its members are and may do gets the same answer. */
@OpsFlowTest
class GroupRolesTest {

    @Autowired
    People people;

    @Autowired
    Staff staff;

    @Autowired
    Impersonation impersonation;

    @Autowired
    Directory directory;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SqlCount sql;

    @BeforeEach
    void the_viewer_is_in_a_group_that_carries_a_role() {
        transaction.executeWithoutResult(status -> {
            jdbc.update("insert into user_group (id, version, code, name) values (901, 0, 'g-field', '现场组')");
            jdbc.update("insert into group_member (group_id, user_id) select 901, id from app_user where username ="
                    + " 'viewer'");
            jdbc.update("insert into group_role (group_id, role_id) select 901, id from role where code = 'ENGINEER'");
            directory.changed();
        });
    }

    @AfterEach
    void clean_up() {
        transaction.executeWithoutResult(status -> {
            jdbc.update("delete from group_role where group_id = 901");
            jdbc.update("delete from group_member where group_id = 901");
            jdbc.update("delete from user_group where id = 901");
            directory.changed();
        });
    }

    @Test
    void the_inbox_forms_and_the_engine_hold_the_members_for_people_of_that_role() {
        assertThat(people.membershipsOf("viewer")).containsExactly("ENGINEER", "VIEWER", "g-field");
        assertThat(people.withRole("ENGINEER")).extracting(Person::username).contains("viewer", "engineer");
        assertThat(staff.permissionsOf("viewer")).contains(Permissions.TICKETS_HANDLE, Permissions.TICKETS_VIEW_ALL);
        assertThat(found("ENGINEER")).contains("viewer", "engineer");
        assertThat(found(Permissions.TICKETS_HANDLE)).contains("viewer", "engineer");
        assertThat(found("g-field")).containsExactly("viewer");
    }

    @Test
    void signing_in_gives_both_kinds_of_roles_in_two_statements() {
        assertThat(impersonation.of("viewer").getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .contains(Permissions.TICKETS_HANDLE, Permissions.TICKETS_VIEW_ALL);
        assertThat(sql.during(() -> impersonation.of("viewer"))).hasSize(2);
        assertThat(sql.during(() -> impersonation.of("admin"))).hasSize(2);
    }

    private List<String> found(String team) {
        return staff.find(new PeopleSearch(null, null, team, Order.USERNAME), 0, 50).stream()
                .map(Person::username)
                .toList();
    }
}
