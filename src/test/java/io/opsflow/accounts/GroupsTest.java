package io.opsflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotAllowed;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Permissions;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.SqlCount;
import io.opsflow.workflow.People;
import io.opsflow.workflow.Person;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

@OpsFlowTest
class GroupsTest {

    @Autowired
    Groups groups;

    @Autowired
    People people;

    @Autowired
    Directory directory;

    @Autowired
    Impersonation impersonation;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SqlCount sql;

    @Autowired
    As as;

    @BeforeEach
    void administrator() {
        as.signIn("admin");
    }

    @AfterEach
    void clean_up() {
        transaction.executeWithoutResult(status -> {
            jdbc.update("delete from group_role");
            jdbc.update("delete from group_member");
            jdbc.update("delete from user_group");
            directory.changed();
        });
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_new_group_is_known_to_models_and_its_members_belong_to_it_at_once() {
        GroupDetails added = add("g-network", "网络组", Set.of(), Set.of("viewer", "engineer"));
        assertThat(added).isEqualTo(new GroupDetails("g-network", "网络组", 0, List.of(), 2));
        assertThat(people.groupCodes()).contains("g-network");
        assertThat(people.membershipsOf("viewer")).containsExactly("VIEWER", "g-network");
        assertThat(groups.members("g-network", "韩", Paging.first(10)).items())
                .containsExactly(new Person("engineer", "韩梅"));
        assertThat(groups.details("g-network")).isEqualTo(added);
    }

    @Test
    void who_joins_gets_what_the_group_s_roles_allow_and_who_leaves_loses_it() {
        int version = add("g-network", "网络组", Set.of("ENGINEER"), Set.of()).version();
        assertThat(may("viewer")).doesNotContain(Permissions.TICKETS_HANDLE);
        edit("g-network", version, null, null, Set.of("viewer"), null);
        assertThat(may("viewer")).contains(Permissions.TICKETS_HANDLE);
        assertThat(people.membershipsOf("viewer")).contains("ENGINEER");
        edit("g-network", version, null, Set.of(), null, null);
        assertThat(may("viewer")).doesNotContain(Permissions.TICKETS_HANDLE);
        GroupDetails now = groups.details("g-network");
        edit("g-network", now.version(), "网络一组", Set.of("ENGINEER"), null, Set.of("viewer"));
        assertThat(may("viewer")).doesNotContain(Permissions.TICKETS_HANDLE);
        assertThat(groups.details("g-network").members()).isZero();
    }

    @Test
    void who_looks_after_accounts_alone_gives_nobody_more_by_way_of_a_group() {
        int version = add("g-strong", "强组", Set.of("ADMIN"), Set.of()).version();
        add("g-plain", "普通组", Set.of(), Set.of());
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "operator", null, AuthorityUtils.createAuthorityList(Permissions.ACCOUNTS_MANAGE)));
        assertThatThrownBy(() -> edit("g-strong", version, null, null, Set.of("operator"), null))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> edit("g-strong", version, null, Set.of(), null, null))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> groups.delete("g-strong")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> add("g-new", "新组", Set.of("ADMIN"), Set.of("operator")))
                .isInstanceOf(NotAllowed.class);
        edit("g-plain", groups.details("g-plain").version(), null, null, Set.of("operator"), null);
        assertThat(people.membershipsOf("operator")).contains("g-plain").doesNotContain("ADMIN");
    }

    @Test
    void a_group_that_looks_like_another_is_none() {
        add("g-network", "网络 A 组", Set.of(), Set.of());
        assertThat(refused("G-Network", "另一组")).contains("code code-taken");
        assertThat(refused("ｇ-network", "另一组")).contains("code code-taken");
        assertThat(refused("g-other", "网络Ａ组")).contains("name name-taken");
        assertThat(refused("network", "组")).contains("code group-code-spelling");
        assertThat(refused("g-", " ")).contains("name required");
        assertThat(errors(() -> groups.add(new AddGroup("g-x", "组", Set.of("NOBODY"), Set.of("nobody")))))
                .containsExactly("roles unknown-codes", "members unknown-people");
        assertThat(groups.find(null, Paging.first(10)).total()).isEqualTo(1);
    }

    @Test
    void what_somebody_else_changed_meanwhile_is_not_overwritten_and_both_states_are_told() {
        GroupDetails read = add("g-network", "网络组", Set.of(), Set.of());
        edit("g-network", read.version(), "网络一组", null, null, null);
        GroupChanged changed = catchThrowableOfType(
                GroupChanged.class, () -> edit("g-network", read.version(), "网络二组", Set.of("ENGINEER"), null, null));
        assertThat(changed.args()).containsExactly("g-network", 1, "网络一组", List.of(), "网络二组", List.of("ENGINEER"));
        assertThat(groups.details("g-network").name()).isEqualTo("网络一组");
    }

    @Test
    void a_group_to_which_a_task_is_offered_is_not_deleted() {
        add("g-network", "网络组", Set.of(), Set.of("viewer"));
        jdbc.update("insert into inbox_entry (principal, task_id, urgency, sort_due, created_at)"
                + " values ('c:g-network', 'groups-test', 1, now(), now())");
        try {
            assertThat(groups.use("g-network").openTasks()).isEqualTo(1);
            StillNamed named = catchThrowableOfType(StillNamed.class, () -> groups.delete("g-network"));
            assertThat(named.args()).containsExactly("g-network", 0, List.of(), 1);
            assertThat(people.groupCodes()).contains("g-network");
        } finally {
            jdbc.update("delete from inbox_entry where task_id = 'groups-test'");
        }
        groups.delete("g-network");
        assertThat(people.groupCodes()).doesNotContain("g-network");
        assertThat(people.membershipsOf("viewer")).containsExactly("VIEWER");
        assertThatThrownBy(() -> groups.details("g-network")).isInstanceOf(NotFound.class);
    }

    @Test
    void the_last_administrators_cannot_lose_that_by_their_group() {
        GroupDetails added = add("g-admins", "管理组", Set.of("ADMIN"), Set.of("owner"));
        transaction.executeWithoutResult(status ->
                jdbc.update("delete from user_role where role_id = (select id from role where code = 'ADMIN')"));
        try {
            assertThatThrownBy(() -> edit("g-admins", added.version(), null, Set.of(), null, null))
                    .isInstanceOf(NobodyLeft.class);
            assertThatThrownBy(() -> edit("g-admins", added.version(), null, null, null, Set.of("owner")))
                    .isInstanceOf(NobodyLeft.class);
            assertThatThrownBy(() -> groups.delete("g-admins")).isInstanceOf(NobodyLeft.class);
            assertThat(may("owner")).contains(Permissions.ACCOUNTS_MANAGE);
        } finally {
            jdbc.update("insert into user_role (user_id, role_id) select u.id, r.id from app_user u, role r"
                    + " where u.username = 'admin' and r.code = 'ADMIN'");
        }
        edit("g-admins", added.version(), null, Set.of(), null, null);
        assertThat(may("owner")).doesNotContain(Permissions.ACCOUNTS_MANAGE);
    }

    @Test
    void a_page_costs_three_statements_however_many_groups() {
        for (int i = 0; i < 7; i++) {
            add("g-team-" + i, "班组 " + i, Set.of("ENGINEER", "VIEWER"), Set.of("viewer"));
        }
        assertThat(sql.during(() -> groups.find("班组", new Paging(1, 3, "name,desc", null))))
                .hasSize(3);
        assertThat(groups.find("team", new Paging(1, 3, "name,desc", null)).items())
                .extracting(GroupDetails::code)
                .containsExactly("g-team-3", "g-team-2", "g-team-1");
        assertThat(groups.find("%", Paging.first(10)).total()).isZero();
        assertThatThrownBy(() -> groups.find(null, new Paging(0, 3, "id; drop", null)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void nobody_else_may() {
        for (String other : List.of("operator", "viewer", "supervisor", "owner")) {
            as.user(other, () -> {
                assertThatThrownBy(() -> groups.find(null, Paging.first(10))).isInstanceOf(AccessDeniedException.class);
                assertThatThrownBy(() -> add("g-mine", "我的", Set.of("ADMIN"), Set.of(other)))
                        .isInstanceOf(AccessDeniedException.class);
            });
        }
    }

    private GroupDetails add(String code, String name, Set<String> roles, Set<String> members) {
        return groups.add(new AddGroup(code, name, roles, members));
    }

    private void edit(
            String code,
            int version,
            @Nullable String name,
            @Nullable Set<String> roles,
            @Nullable Set<String> joins,
            @Nullable Set<String> leaves) {
        groups.edit(code, new EditGroup(version, name, roles, joins, leaves));
    }

    private List<String> refused(String code, String name) {
        return errors(() -> groups.add(new AddGroup(code, name, null, null)));
    }

    private static List<String> errors(Runnable work) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, work::run);
        return refused.errors().stream().map(GroupsTest::words).toList();
    }

    private static String words(FieldError error) {
        return error.field() + " " + error.code();
    }

    private List<String> may(String username) {
        return impersonation.of(username).getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }
}
