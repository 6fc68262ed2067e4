package io.opsflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opsflow.accounts.AccessReasons.Reason;
import io.opsflow.accounts.AccessReasons.Via;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Permissions;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.SqlCount;
import io.opsflow.workflow.Person;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

@OpsFlowTest
class AccessReasonsTest {

    private static final RoleName ENGINEER = new RoleName("ENGINEER", null, null);
    private static final RoleName VIEWER = new RoleName("VIEWER", null, null);

    @Autowired
    AccessReasons reasons;

    @Autowired
    Groups groups;

    @Autowired
    SqlCount sql;

    @Autowired
    As as;

    @BeforeEach
    void a_viewer_in_a_group_of_engineers() {
        as.signIn("admin");
        groups.add(new AddGroup("g-why", "现场组", Set.of("ENGINEER"), Set.of("viewer")));
    }

    @AfterEach
    void clean_up() {
        as.user("admin", () -> groups.delete("g-why"));
        SecurityContextHolder.clearContext();
    }

    @Test
    void it_tells_by_which_role_and_which_group() {
        Via byGroup = new Via(ENGINEER, new GroupName("g-why", "现场组"));
        assertThat(reason("viewer", Permissions.TICKETS_HANDLE).by()).containsExactly(byGroup);
        assertThat(reason("viewer", Permissions.TICKETS_VIEW).by()).containsExactly(new Via(VIEWER, null), byGroup);
        assertThat(reason("engineer", Permissions.TICKETS_HANDLE).by()).containsExactly(new Via(ENGINEER, null));
        assertThat(sql.during(() -> reasons.why("viewer"))).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void it_tells_why_not_and_which_roles_would() {
        Reason none = reason("viewer", Permissions.ROLES_MANAGE);
        assertThat(none.by()).isEmpty();
        assertThat(none.others()).containsExactly(new RoleName("ADMIN", null, null));
        assertThatThrownBy(() -> reasons.why("nobody")).isInstanceOf(NotFound.class);
    }

    @Test
    void it_tells_who_may() {
        assertThat(reasons.who(Permissions.TICKETS_HANDLE, Paging.first(10)).items())
                .extracting(Person::username)
                .containsExactly("engineer", "engineer2", "engineer3", "viewer");
        assertThat(reasons.who(Permissions.TICKETS_HANDLE, new Paging(1, 3, null, null))
                        .items())
                .extracting(Person::username)
                .containsExactly("viewer");
    }

    @Test
    void nobody_else_may_ask() {
        for (String other : List.of("operator", "viewer", "owner")) {
            as.user(other, () -> assertThatThrownBy(() -> reasons.why("admin"))
                    .isInstanceOf(AccessDeniedException.class));
        }
    }

    private Reason reason(String username, String permission) {
        return reasons.why(username).reasons().stream()
                .filter(reason -> reason.permission().equals(permission))
                .findFirst()
                .orElseThrow();
    }
}
