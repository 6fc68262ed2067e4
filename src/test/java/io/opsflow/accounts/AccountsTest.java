package io.opsflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opsflow.design.Me;
import io.opsflow.design.Preferences;
import io.opsflow.design.Preferences.Theme;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.Permissions;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.SqlCount;
import io.opsflow.workflow.People;
import io.opsflow.workflow.Person;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

@OpsFlowTest
class AccountsTest {

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    @Autowired
    Preferences preferences;

    @Autowired
    Me me;

    @Autowired
    Directory directory;

    @Autowired
    Roles roles;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SqlCount sql;

    @Autowired
    As as;

    @Test
    void a_new_demo_has_somebody_of_every_role() {
        assertThat(people.roleCodes())
                .contains(Arrays.stream(BuiltInRole.values()).map(Enum::name).toArray(String[]::new));
        for (BuiltInRole role : BuiltInRole.values()) {
            assertThat(people.withRole(role.name())).as(role.name()).isNotEmpty();
        }
        assertThat(people.find("admin")).contains(new Person("admin", "系统管理员"));
        assertThat(people.find("nobody")).isEmpty();
    }

    @Test
    void people_are_sorted_as_a_chinese_reader_looks_for_them() {
        assertThat(people.withRole("ENGINEER")).extracting(Person::name).containsExactly("韩梅", "孙丽", "张伟");
    }

    @Test
    void memberships_are_roles_and_groups() {
        transaction.executeWithoutResult(status -> {
            jdbc.update("insert into user_group (id, version, code, name) values (900, 0, 'g-network', '网络组')");
            jdbc.update("insert into group_member (group_id, user_id) select 900, id from app_user where username ="
                    + " 'viewer'");
            directory.changed();
        });
        try {
            assertThat(people.groupCodes()).contains("g-network");
            assertThat(people.membershipsOf("viewer")).containsExactly("VIEWER", "g-network");
            assertThat(as.user("viewer", accounts::me).groups()).containsExactly(new GroupName("g-network", "网络组"));
        } finally {
            transaction.executeWithoutResult(status -> {
                jdbc.update("delete from group_member where group_id = 900");
                jdbc.update("delete from user_group where id = 900");
                directory.changed();
            });
        }
        assertThat(people.membershipsOf("viewer")).containsExactly("VIEWER");
        assertThat(people.membershipsOf("nobody")).isEmpty();
    }

    @Test
    void somebody_inactive_belongs_nowhere_but_keeps_the_name() {
        active("requester2", false);
        try {
            assertThat(people.find("requester2")).isEmpty();
            assertThat(people.membershipsOf("requester2")).isEmpty();
            assertThat(people.withRole("REQUESTER"))
                    .extracting(Person::username)
                    .doesNotContain("requester2");
            assertThat(people.namesOf(List.of("requester2"))).isEqualTo(Map.of("requester2", "刘洋"));
        } finally {
            active("requester2", true);
        }
    }

    @Test
    void names_cost_one_statement_at_first_and_none_afterwards() {
        transaction.executeWithoutResult(status -> directory.changed());
        List<String> asked = List.of("admin", "engineer", "nobody");
        assertThat(sql.during(() -> people.namesOf(asked))).hasSize(1);
        assertThat(people.namesOf(List.of("admin", "engineer"))).isEqualTo(Map.of("admin", "系统管理员", "engineer", "韩梅"));
        assertThat(sql.during(() -> people.namesOf(List.of("admin", "engineer"))))
                .isEmpty();
    }

    @Test
    void memberships_and_permissions_cost_two_statements_at_first_and_none_afterwards() {
        transaction.executeWithoutResult(status -> directory.changed());
        assertThat(sql.during(() -> people.membershipsOf("manager"))).hasSize(2);
        assertThat(sql.during(() -> people.membershipsOf("manager"))).isEmpty();
    }

    @Test
    void my_data_are_mine() {
        AccountDetails mine = as.user("admin", accounts::me);
        assertThat(mine.username()).isEqualTo("admin");
        assertThat(mine.realName()).isEqualTo("系统管理员");
        assertThat(mine.department()).isEqualTo("IT");
        assertThat(mine.email()).isEqualTo("admin@example.com");
        assertThat(mine.roles()).containsExactly(new RoleName("ADMIN", null, null));
    }

    @Test
    void what_i_prefer_counts_at_once_and_for_me_alone() {
        as.user("owner", () -> {
            assertThat(preferences.locale()).isNull();
            assertThat(preferences.theme()).isEqualTo(Theme.SYSTEM);
            preferences.change(Locale.ENGLISH, ZoneId.of("Europe/Berlin"), Theme.DARK);
            assertThat(preferences.locale()).isEqualTo(Locale.ENGLISH);
            assertThat(preferences.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
            assertThat(preferences.theme()).isEqualTo(Theme.DARK);
        });
        as.user("viewer", () -> assertThat(preferences.locale()).isNull());
    }

    @Test
    void a_language_that_the_product_does_not_speak_is_refused() {
        as.user("viewer", () -> {
            assertThatThrownBy(() -> accounts.prefer(Locale.FRENCH, ZoneId.of("Europe/Paris"), Theme.LIGHT))
                    .isInstanceOf(InvalidInput.class);
        });
    }

    @Test
    void nobody_signed_in_gets_the_defaults_of_the_installation() {
        SecurityContextHolder.clearContext();
        assertThat(preferences.locale()).isNull();
        assertThat(preferences.theme()).isEqualTo(Theme.SYSTEM);
        assertThat(me.displayName()).isEmpty();
        preferences.change(Locale.ENGLISH, ZoneId.of("Europe/Berlin"), Theme.DARK);
        assertThat(preferences.theme()).isEqualTo(Theme.SYSTEM);
    }

    @Test
    void the_shell_is_told_name_and_role() {
        as.user("supervisor", () -> {
            assertThat(me.displayName()).isEqualTo("周敏");
            assertThat(me.role(Locale.SIMPLIFIED_CHINESE)).isEqualTo("管理方");
            assertThat(me.role(Locale.ENGLISH)).isEqualTo("Supervisor");
        });
    }

    @Test
    void a_second_start_leaves_edited_roles_as_they_are() {
        jdbc.update(
                "delete from role_permission where permission = ? and role_id = (select id from role where code = ?)",
                Permissions.PROCESSES_VIEW,
                "VIEWER");
        try {
            roles.afterPropertiesSet();
            assertThat(granted("VIEWER")).doesNotContain(Permissions.PROCESSES_VIEW);
        } finally {
            jdbc.update(
                    "insert into role_permission (role_id, permission) select id, ? from role where code = ?",
                    Permissions.PROCESSES_VIEW,
                    "VIEWER");
        }
    }

    @Test
    void a_permission_that_is_new_is_granted_to_the_roles_that_it_is_meant_for() {
        jdbc.update("delete from role_permission where permission = ?", Permissions.TICKETS_ASSIGN);
        jdbc.update("delete from permission where name = ?", Permissions.TICKETS_ASSIGN);

        roles.afterPropertiesSet();

        assertThat(granted("PROJECT_MANAGER")).contains(Permissions.TICKETS_ASSIGN);
        assertThat(granted("ENGINEER")).doesNotContain(Permissions.TICKETS_ASSIGN);
    }

    private List<String> granted(String role) {
        return jdbc.queryForList(
                "select permission from role_permission p join role r on r.id = p.role_id where r.code = ?",
                String.class,
                role);
    }

    private void active(String username, boolean active) {
        transaction.executeWithoutResult(status -> {
            jdbc.update("update app_user set active = ? where username = ?", active, username);
            directory.changed();
        });
    }
}
