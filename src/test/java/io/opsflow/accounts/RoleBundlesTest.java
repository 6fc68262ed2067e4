package io.opsflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Permissions;
import io.opsflow.kernel.Texts;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.SqlCount;
import io.opsflow.workflow.People;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@OpsFlowTest
class RoleBundlesTest {

    private static final String OWN = "NIGHT_SHIFT";
    private static final String TICKETS = "/api/v1/tickets";

    @Autowired
    RoleBundles roles;

    @Autowired
    People people;

    @Autowired
    Directory directory;

    @Autowired
    Impersonation impersonation;

    @Autowired
    Texts texts;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SqlCount sql;

    @Autowired
    As as;

    @Autowired
    MockMvc mvc;

    @BeforeEach
    void administrator() {
        as.signIn("admin");
    }

    @AfterEach
    void as_it_came() {
        as.signIn("admin");
        for (BuiltInRole builtIn : BuiltInRole.values()) {
            RoleDetails role = roles.details(builtIn.name());
            if (!role.isAsBuilt()) {
                roles.reset(role.code(), new ResetRole(role.version()));
            }
        }
        if (people.roleCodes().contains(OWN)) {
            roles.delete(OWN);
        }
        SecurityContextHolder.clearContext();
    }

    @Test
    void every_permission_has_a_sentence_in_both_languages() {
        assertThat(roles.permissions(Locale.ENGLISH))
                .extracting(PermissionDetails::name)
                .containsExactlyElementsOf(Permissions.all());
        assertThat(roles.permissions(Locale.SIMPLIFIED_CHINESE))
                .contains(new PermissionDetails("tickets.review", "tickets", "审核工单。"));
    }

    @Test
    void built_in_roles_come_first_and_know_whether_they_were_edited() {
        assertThat(roles.find(null, Paging.first(50)).items())
                .extracting(RoleDetails::code)
                .startsWith(Arrays.stream(BuiltInRole.values()).map(Enum::name).toArray(String[]::new));
        RoleDetails engineer = roles.details("ENGINEER");
        assertThat(engineer.builtIn()).isTrue();
        assertThat(engineer.isAsBuilt()).isTrue();
        assertThat(engineer.members()).isEqualTo(3);
        assertThat(roles.find("工程", Paging.first(50)).items())
                .extracting(RoleDetails::code)
                .containsExactly("ENGINEER");
        assertThat(sql.during(() -> roles.find(null, Paging.first(50)))).hasSize(3);
    }

    @Test
    void an_own_role_has_a_name_in_each_language_and_models_can_name_it() {
        RoleDetails added = roles.add(new AddRole("night_shift", "夜班", "Night shift", Set.of("tickets.view")));
        assertThat(added)
                .isEqualTo(new RoleDetails(
                        OWN, "夜班", "Night shift", false, false, 0, List.of("tickets.view"), List.of(), 0));
        assertThat(added.label().in(texts, Locale.ENGLISH)).isEqualTo("Night shift");
        assertThat(added.label().in(texts, Locale.SIMPLIFIED_CHINESE)).isEqualTo("夜班");
        assertThat(people.roleCodes()).contains(OWN);
        roles.edit(OWN, new EditRole(0, null, "", null));
        assertThat(roles.details(OWN).label().in(texts, Locale.ENGLISH)).isEqualTo("夜班");
        roles.delete(OWN);
        assertThat(people.roleCodes()).doesNotContain(OWN);
    }

    @Test
    void a_role_that_looks_like_another_is_none() {
        assertThat(refused("engineer", "另一角色")).containsExactly("code code-taken");
        assertThat(refused("ENGINEER２", "Engineer")).containsExactly("name name-taken");
        assertThat(refused("ENGINEER２", "工 程 师")).containsExactly("name name-taken");
        assertThat(refused("2ND", "第二")).containsExactly("code role-code-spelling");
        assertThat(errors(() -> roles.add(new AddRole(OWN, "夜班", null, Set.of("everything")))))
                .containsExactly("permissions unknown-codes");
    }

    @Test
    void what_is_taken_from_a_role_is_gone_at_once_for_whoever_is_signed_in() throws Exception {
        SecurityContextHolder.clearContext();
        MockHttpSession session = signedIn("viewer");
        mvc.perform(get(TICKETS).session(session)).andExpect(status().isOk());
        as.user("admin", () -> edit("VIEWER", without("VIEWER", Permissions.TICKETS_VIEW)));
        mvc.perform(get(TICKETS).session(session)).andExpect(status().isForbidden());
        mvc.perform(get(TICKETS).with(httpBasic("viewer", "viewer123"))).andExpect(status().isForbidden());
        as.user("admin", () -> edit("VIEWER", BuiltInRole.VIEWER.permissions()));
        mvc.perform(get(TICKETS).session(session)).andExpect(status().isOk());
    }

    @Test
    void a_built_in_role_is_edited_reset_and_never_deleted_or_renamed() {
        RoleDetails edited = edit("ENGINEER", without("ENGINEER", Permissions.TICKETS_HANDLE));
        assertThat(edited.isAsBuilt()).isFalse();
        assertThat(may("engineer")).doesNotContain(Permissions.TICKETS_HANDLE);
        assertThatThrownBy(() -> roles.reset("ENGINEER", new ResetRole(edited.version() - 1)))
                .isInstanceOf(RoleChanged.class);
        assertThat(roles.reset("ENGINEER", new ResetRole(edited.version())).isAsBuilt())
                .isTrue();
        assertThat(may("engineer")).contains(Permissions.TICKETS_HANDLE);
        assertThatThrownBy(() -> roles.delete("ENGINEER")).isInstanceOf(RoleBuiltIn.class);
        assertThat(errors(() -> roles.edit("ENGINEER", new EditRole(version("ENGINEER"), "维修工", null, null))))
                .containsExactly("name role-name-built-in");
        roles.add(new AddRole(OWN, "夜班", null, null));
        assertThatThrownBy(() -> roles.reset(OWN, new ResetRole(0))).isInstanceOf(NotFound.class);
    }

    @Test
    void administrators_keep_what_makes_them_administrators() {
        assertThat(errors(() -> edit("ADMIN", without("ADMIN", Permissions.ACCOUNTS_MANAGE))))
                .containsExactly("permissions role-keeps");
        assertThat(errors(() -> edit("ADMIN", Set.of()))).containsExactly("permissions role-keeps");
        edit("ADMIN", without("ADMIN", Permissions.TICKETS_VIEW_ALL));
        assertThat(may("admin")).contains(Permissions.ACCOUNTS_MANAGE, Permissions.ROLES_MANAGE);
    }

    @Test
    void what_somebody_else_changed_meanwhile_is_not_overwritten_and_both_states_are_told() {
        roles.add(new AddRole(OWN, "夜班", null, Set.of("tickets.view")));
        roles.edit(OWN, new EditRole(0, null, null, Set.of("inbox.view", "tickets.view")));
        RoleChanged changed = catchThrowableOfType(
                RoleChanged.class, () -> roles.edit(OWN, new EditRole(0, null, null, Set.of("tickets.create"))));
        assertThat(changed.args())
                .containsExactly(OWN, 1, List.of("inbox.view", "tickets.view"), List.of("tickets.create"));
        assertThat(roles.details(OWN).permissions()).containsExactly("inbox.view", "tickets.view");
    }

    @Test
    void who_has_a_deleted_role_loses_what_it_allowed() {
        roles.add(new AddRole(OWN, "夜班", null, Set.of(Permissions.SYSTEM_VIEW)));
        transaction.executeWithoutResult(status -> {
            jdbc.update("insert into user_role (user_id, role_id) select u.id, r.id from app_user u, role r"
                    + " where u.username = 'viewer' and r.code = 'NIGHT_SHIFT'");
            directory.changed();
        });
        assertThat(roles.details(OWN).members()).isEqualTo(1);
        assertThat(people.membershipsOf("viewer")).contains(OWN);
        roles.delete(OWN);
        assertThat(people.membershipsOf("viewer")).containsExactly("VIEWER");
        assertThat(may("viewer")).doesNotContain(Permissions.SYSTEM_VIEW);
    }

    @Test
    void the_models_that_name_a_role_are_found() {
        assertThat(roles.use("SUPERVISOR").models()).singleElement().asString().startsWith("ticket-handling ");
        assertThat(roles.use("VIEWER").isNone()).isTrue();
    }

    @Test
    void nobody_else_may() {
        for (String other : List.of("operator", "viewer", "supervisor", "owner")) {
            as.user(other, () -> {
                assertThatThrownBy(() -> roles.find(null, Paging.first(10))).isInstanceOf(AccessDeniedException.class);
                assertThatThrownBy(() -> roles.edit("VIEWER", new EditRole(0, null, null, Permissions.all())))
                        .isInstanceOf(AccessDeniedException.class);
            });
        }
    }

    private RoleDetails edit(String code, Set<String> permissions) {
        return roles.edit(code, new EditRole(version(code), null, null, permissions));
    }

    private int version(String code) {
        return roles.details(code).version();
    }

    private Set<String> without(String code, String permission) {
        Set<String> others = new HashSet<>(roles.details(code).permissions());
        others.remove(permission);
        return others;
    }

    private List<String> refused(String code, String name) {
        return errors(() -> roles.add(new AddRole(code, name, null, null)));
    }

    private static List<String> errors(Runnable work) {
        return catchThrowableOfType(InvalidInput.class, work::run).errors().stream()
                .map(error -> error.field() + " " + error.code())
                .toList();
    }

    private List<String> may(String username) {
        return impersonation.of(username).getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }

    private MockHttpSession signedIn(String username) throws Exception {
        return (MockHttpSession) Objects.requireNonNull(mvc.perform(
                        post("/login").with(csrf()).param("username", username).param("password", username + "123"))
                .andReturn()
                .getRequest()
                .getSession(false));
    }
}
