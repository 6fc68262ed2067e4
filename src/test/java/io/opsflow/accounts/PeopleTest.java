package io.opsflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.Paging;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.SqlCount;
import io.opsflow.workflow.People;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** What administrators do with other people's accounts. */
@OpsFlowTest
class PeopleTest {

    private static final String PASSWORD = "Heron4-Tundra-Mosaic";

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    @Autowired
    Directory directory;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SqlCount sql;

    @Autowired
    As as;

    @AfterEach
    void remove() {
        transaction.executeWithoutResult(status -> {
            String made = "(select id from app_user where username like 'pt-%')";
            jdbc.update("delete from group_member where user_id in " + made);
            jdbc.update("delete from user_role where user_id in " + made);
            jdbc.update("delete from app_user where username like 'pt-%'");
            jdbc.update("delete from group_member where group_id = 910");
            jdbc.update("delete from user_group where id = 910");
            jdbc.update("update app_user set active = true");
            directory.changed();
        });
    }

    @Test
    void somebody_new_can_sign_in_and_must_choose_another_password() {
        transaction.executeWithoutResult(status ->
                jdbc.update("insert into user_group (id, version, code, name) values (910, 0, 'g-pt', '测试组')"));
        AccountDetails added = add(new AddAccount(
                " PT-Zhao ",
                "赵敏",
                "zhao@example.com",
                "+86 (10) 5550-0199",
                " ",
                Set.of("ENGINEER", "VIEWER"),
                Set.of("g-pt"),
                PASSWORD,
                null));

        assertThat(added.username()).isEqualTo("pt-zhao");
        assertThat(added.department()).isNull();
        assertThat(added.roles()).extracting(RoleName::code).containsExactly("VIEWER", "ENGINEER");
        assertThat(added.groups()).containsExactly(new GroupName("g-pt", "测试组"));
        assertThat(added.mustChangePassword()).isTrue();
        assertThat(details(added.id())).isEqualTo(added);
        assertThat(people.membershipsOf("pt-zhao")).containsExactly("ENGINEER", "VIEWER", "g-pt");
        assertThat(passwords.matches(PASSWORD, hash("pt-zhao"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "pt-lane, PT-LANE, username-taken",
        "pt-lane, ｐｔ-ｌａｎｅ, username-taken",
        "pt-lane, pt-1ane, username-look-alike",
        "pt-lane, pt-Iane, username-look-alike",
        "pt-room, pt-r0om, username-look-alike",
        "pt-modem, pt-modern, username-look-alike",
        "pt-wang, pt-vvang, username-look-alike",
    })
    void a_name_that_somebody_has_is_refused_in_every_spelling_that_looks_like_it(
            String first, String second, String code) {
        add(request(first));
        assertThatThrownBy(() -> add(request(second)))
                .isInstanceOfSatisfying(InvalidInput.class, error -> assertThat(error.errors())
                        .extracting(FieldError::field, FieldError::code)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple("username", code)));
        assertThat(found("pt-")).containsExactly(first);
    }

    @Test
    void one_of_many_who_take_names_that_look_alike_at_once_gets_it() throws Exception {
        List<String> spellings = List.of("pt-oil1", "pt-0il1", "pt-oill", "pt-o1ll");
        List<Object> results = atOnce(spellings.stream()
                .<Callable<?>>map(name -> () -> add(request(name)).username())
                .toList());
        assertThat(results).filteredOn(String.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(result -> !(result instanceof String)).allSatisfy(result -> assertThat(result)
                .isInstanceOfSatisfying(InvalidInput.class, error -> assertThat(error.errors())
                        .extracting(FieldError::field)
                        .containsExactly("username")));
        assertThat(found("pt-")).hasSize(1);
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        assertThatThrownBy(() -> add(new AddAccount(
                        "_x", "赵敏", "a@b@c", "call me", null, Set.of("KING"), Set.of("g-none"), "short", null)))
                .isInstanceOfSatisfying(InvalidInput.class, error -> assertThat(error.errors())
                        .extracting(FieldError::field)
                        .containsExactlyInAnyOrder("username", "email", "phone", "password", "roles", "groups"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name@example.com",
                "first.last+ops@sub.example.co.uk",
                "张伟@例子.中国",
            })
    void addresses_that_exist_are_taken(String email) {
        assertThat(ContactRules.broken(email, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "name@host",
                "a@example.com,b@example.com",
                "a b@example.com",
                "<a@example.com>",
                "a@example.com\nBcc: b@example.com",
                "a@-example.com",
                "a@example..com"
            })
    void what_is_not_one_address_is_refused(String email) {
        assertThat(ContactRules.broken(email, null))
                .extracting(FieldError::code)
                .containsExactly("email-spelling");
    }

    @Test
    void an_edit_changes_what_it_names_and_nothing_else() {
        AccountDetails before = add(request("pt-edit"));
        assertThatThrownBy(() -> edit(
                        before.id(),
                        new EditAccount(before.version(), " 新名 ", "", null, "网络部", Set.of("OWNER-NOT"), null, null)))
                .isInstanceOf(InvalidInput.class);
        AccountDetails after =
                edit(before.id(), new EditAccount(before.version(), " 新名 ", "", null, "网络部", null, null, null));
        assertThat(after.realName()).isEqualTo("新名");
        assertThat(after.email()).isNull();
        assertThat(after.phone()).isEqualTo(before.phone());
        assertThat(after.department()).isEqualTo("网络部");
        assertThat(after.roles()).isEqualTo(before.roles());
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(people.namesOf(List.of("pt-edit"))).containsValue("新名");
    }

    @Test
    void an_edit_of_what_somebody_else_changed_meanwhile_overwrites_nothing() {
        AccountDetails read = add(request("pt-both"));
        transaction.executeWithoutResult(status ->
                jdbc.update("insert into user_group (id, version, code, name) values (910, 0, 'g-pt', '测试组')"));
        edit(read.id(), new EditAccount(read.version(), null, null, null, null, null, Set.of("g-pt"), null));
        assertThatThrownBy(() ->
                        edit(read.id(), new EditAccount(read.version(), "别人", null, null, null, null, null, null)))
                .isInstanceOf(AccountChanged.class);
        assertThat(details(read.id()).realName()).isEqualTo(read.realName());
        assertThat(details(read.id()).groups()).hasSize(1);
    }

    @Test
    void what_people_change_about_how_they_see_the_product_is_no_change_of_the_account() {
        AccountDetails read = add(request("pt-look"));
        transaction.executeWithoutResult(
                status -> jdbc.update("update app_user set must_change_password = false where username = 'pt-look'"));
        as.user(
                "pt-look",
                () -> accounts.prefer(
                        java.util.Locale.ENGLISH, java.time.ZoneOffset.UTC, io.opsflow.design.Preferences.Theme.DARK));
        assertThat(details(read.id()).version()).isEqualTo(read.version());
    }

    @Test
    void whoever_is_deactivated_is_signed_in_nowhere_and_may_come_back() {
        AccountDetails read = add(request("pt-gone"));
        session(read.id());
        AccountDetails gone = as.user("admin", () -> accounts.deactivate(read.id(), OpenWork.NOTHING_SAID));
        assertThat(gone.active()).isFalse();
        assertThat(sessions(read.id())).isZero();
        assertThat(people.find("pt-gone")).isEmpty();
        assertThat(as.user("admin", () -> accounts.activate(read.id())).active())
                .isTrue();
        assertThat(people.find("pt-gone")).isPresent();
    }

    @Test
    void other_roles_count_at_once() {
        AccountDetails read = add(request("pt-role"));
        edit(read.id(), new EditAccount(read.version(), null, null, null, null, Set.of("ENGINEER"), null, null));
        assertThat(people.membershipsOf("pt-role")).containsExactly("ENGINEER");
        assertThat(details(read.id()).roles()).extracting(RoleName::code).containsExactly("ENGINEER");
    }

    @Test
    void an_account_under_which_nothing_was_done_is_deleted_with_everything_that_belongs_to_it() {
        transaction.executeWithoutResult(status ->
                jdbc.update("insert into user_group (id, version, code, name) values (910, 0, 'g-pt', '测试组')"));
        AccountDetails read =
                add(new AddAccount("pt-del", "多余", null, null, null, Set.of("VIEWER"), Set.of("g-pt"), PASSWORD, null));
        session(read.id());
        as.user("admin", () -> accounts.delete(read.id()));
        assertThat(found("pt-del")).isEmpty();
        assertThatThrownBy(() -> details(read.id())).isInstanceOf(NotFound.class);
        add(request("pt-del"));
    }

    @Test
    void who_has_worked_here_is_not_deleted() {
        AccountDetails read = add(request("pt-work"));
        long comment = jdbc.queryForObject("select coalesce(max(id), 0) + 100000 from ticket_comment", Long.class);
        jdbc.update(
                "insert into ticket_comment (id, ticket_id, author, remark, created_at) values (?, 1, 'pt-work', 'x',"
                        + " ?)",
                comment,
                java.time.LocalDateTime.now(java.time.ZoneOffset.UTC));
        try {
            assertThatThrownBy(() -> as.user("admin", () -> accounts.delete(read.id())))
                    .isInstanceOf(AccountHasHistory.class);
            assertThat(found("pt-work")).containsExactly("pt-work");
        } finally {
            jdbc.update("delete from ticket_comment where id = ?", comment);
        }
    }

    @Test
    void who_stands_in_the_log_of_changes_is_not_deleted() {
        AccountDetails read = add(request("pt-logged"));
        ready("pt-logged");
        as.user("pt-logged", () -> accounts.editMe(new EditProfile("改名", null, null, null)));
        assertThatThrownBy(() -> as.user("admin", () -> accounts.delete(read.id())))
                .isInstanceOf(AccountHasHistory.class);
        assertThat(details(read.id()).realName()).isEqualTo("改名");
    }

    @Test
    void nobody_removes_deactivates_or_disarms_their_own_account() {
        AccountDetails me = as.user("admin", accounts::me);
        Stream.<Runnable>of(
                        () -> accounts.delete(me.id()),
                        () -> accounts.deactivate(me.id(), OpenWork.NOTHING_SAID),
                        () -> accounts.resetPassword(me.id(), new ResetPassword(null)),
                        () -> accounts.edit(
                                me.id(),
                                new EditAccount(me.version(), null, null, null, null, Set.of("VIEWER"), null, null)))
                .forEach(
                        deed -> assertThatThrownBy(() -> as.user("admin", deed)).isInstanceOf(OwnAccount.class));
        assertThat(as.user("admin", accounts::me)).isEqualTo(me);
    }

    @Test
    void of_two_administrators_who_remove_each_other_at_once_one_is_left() throws Exception {
        AccountDetails second =
                add(new AddAccount("pt-boss", "副手", null, null, null, Set.of("ADMIN"), null, PASSWORD, null));
        ready("pt-boss");
        AccountDetails first = as.user("admin", accounts::me);
        List<Object> results = atOnce(List.of(
                () -> as.user("admin", () -> accounts.deactivate(second.id(), OpenWork.NOTHING_SAID)),
                () -> as.user("pt-boss", () -> accounts.deactivate(first.id(), OpenWork.NOTHING_SAID))));
        assertThat(results).filteredOn(AccountDetails.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(LastAdministrator.class::isInstance).hasSize(1);
    }

    @Test
    void the_last_administrator_keeps_the_role() throws Exception {
        AccountDetails second =
                add(new AddAccount("pt-boss", "副手", null, null, null, Set.of("ADMIN"), null, PASSWORD, null));
        ready("pt-boss");
        AccountDetails first = as.user("admin", accounts::me);
        List<Object> results = atOnce(List.of(
                () -> as.user(
                        "admin",
                        () -> accounts.edit(
                                second.id(),
                                new EditAccount(
                                        second.version(), null, null, null, null, Set.of("VIEWER"), null, null))),
                () -> as.user(
                        "pt-boss",
                        () -> accounts.edit(
                                first.id(),
                                new EditAccount(
                                        first.version(), null, null, null, null, Set.of("VIEWER"), null, null)))));
        assertThat(results).filteredOn(LastAdministrator.class::isInstance).hasSize(1);
        transaction.executeWithoutResult(status -> jdbc.update("insert into user_role (user_id, role_id)"
                + " select u.id, r.id from app_user u join role r on r.code = 'ADMIN' where u.username = 'admin'"
                + " and not exists (select 1 from user_role ur where ur.user_id = u.id and ur.role_id = r.id)"));
        jdbc.update(
                "delete from user_role where user_id = ? and role_id in (select id from role where code ="
                        + " 'VIEWER')",
                first.id());
    }

    @Test
    void who_manages_accounts_alone_gives_nobody_more_than_their_own() {
        AccountDetails clerk = add(request("pt-clerk"));
        AccountDetails other = add(request("pt-other"));
        ready("pt-clerk");
        transaction.executeWithoutResult(status -> {
            jdbc.update("insert into role (id, version, code, name) values (920, 0, 'PT_CLERK', 'clerk')");
            jdbc.update("insert into role_permission (role_id, permission) values (920, 'accounts.manage')");
            jdbc.update("insert into user_role (user_id, role_id) values (?, 920)", clerk.id());
            directory.changed();
        });
        try {
            AccountDetails admin = as.user("admin", accounts::me);
            as.user("pt-clerk", () -> {
                Stream.<Runnable>of(
                                () -> accounts.edit(clerk.id(), roles("ADMIN", "PT_CLERK", "VIEWER")),
                                () -> accounts.edit(other.id(), roles("ADMIN")),
                                () -> accounts.edit(admin.id(), roles("VIEWER")),
                                () -> accounts.resetPassword(admin.id(), new ResetPassword(null)),
                                () -> accounts.deactivate(admin.id(), OpenWork.NOTHING_SAID),
                                () -> accounts.activate(admin.id()),
                                () -> accounts.delete(admin.id()),
                                () -> accounts.add(new AddAccount(
                                        "pt-third", "x", null, null, null, Set.of("ADMIN"), null, PASSWORD, null)))
                        .forEach(deed -> assertThatThrownBy(deed::run).isInstanceOf(AccessDeniedException.class));
                assertThat(accounts.edit(other.id(), roles("VIEWER", "PT_CLERK"))
                                .roles())
                        .hasSize(2);
            });
            assertThat(details(admin.id())).isEqualTo(admin);
        } finally {
            transaction.executeWithoutResult(status -> {
                jdbc.update("delete from user_role where role_id = 920");
                jdbc.update("delete from role_permission where role_id = 920");
                jdbc.update("delete from role where id = 920");
                directory.changed();
            });
        }
    }

    private static EditAccount roles(String... codes) {
        return new EditAccount(null, null, null, null, null, Set.of(codes), null, null);
    }

    @Test
    void a_password_that_was_reset_is_shown_once_and_must_be_changed() {
        AccountDetails read = add(request("pt-reset"));
        ready("pt-reset");
        session(read.id());
        String made = as.user("admin", () -> accounts.resetPassword(read.id(), new ResetPassword(null)))
                .orElseThrow();
        assertThat(made).matches("(?:[a-z2-9]{5}-){3}[a-z2-9]{5}");
        assertThat(passwords.matches(made, hash("pt-reset"))).isTrue();
        assertThat(details(read.id()).mustChangePassword()).isTrue();
        assertThat(sessions(read.id())).isZero();
        assertThat(as.user("admin", () -> accounts.resetPassword(read.id(), new ResetPassword("Marble9-Quiver-Sable"))))
                .isEmpty();
        assertThatThrownBy(() -> as.user("admin", () -> accounts.resetPassword(read.id(), new ResetPassword("weak"))))
                .isInstanceOf(InvalidInput.class);
        assertThat(passwords.matches("Marble9-Quiver-Sable", hash("pt-reset"))).isTrue();
    }

    @Test
    void a_list_is_filtered_sorted_and_paged() {
        for (int i = 0; i < 5; i++) {
            add(new AddAccount(
                    "pt-list" + (char) ('a' + i),
                    "名" + (4 - i),
                    "l" + i + "@pt.example.com",
                    "555-77" + i,
                    "部" + i % 2,
                    Set.of(i == 0 ? "OPERATOR" : "VIEWER"),
                    null,
                    PASSWORD,
                    null));
        }
        assertThat(find(new AccountFilter("PT-LIST", null, null, null, null), null))
                .containsExactly("pt-lista", "pt-listb", "pt-listc", "pt-listd", "pt-liste");
        assertThat(find(new AccountFilter("pt-list", null, null, null, null), "real_name,asc"))
                .startsWith("pt-liste", "pt-listd");
        assertThat(find(new AccountFilter("名3", null, null, null, null), null)).containsExactly("pt-listb");
        assertThat(find(new AccountFilter("L2@PT", null, null, null, null), null))
                .containsExactly("pt-listc");
        assertThat(find(new AccountFilter("555-773", null, null, null, null), null))
                .containsExactly("pt-listd");
        assertThat(find(new AccountFilter("pt-list", "OPERATOR", null, null, null), null))
                .containsExactly("pt-lista");
        assertThat(find(new AccountFilter("pt-list", null, null, "部1", null), "username,desc"))
                .containsExactly("pt-listd", "pt-listb");
        assertThat(find(new AccountFilter("pt-list", null, null, null, false), null))
                .isEmpty();
        assertThat(found("list")).hasSize(5);
        assertThat(found("ist")).isEmpty();
        assertThat(found("555773")).containsExactly("pt-listd");
        assertThat(found("pt.ex 名1")).containsExactly("pt-listd");
        assertThat(find(new AccountFilter("%", null, null, null, null), null)).isEmpty();
        assertThat(as.user(
                                "admin",
                                () -> accounts.find(
                                        new AccountFilter("pt-list", null, null, null, null),
                                        new Paging(1, 2, null, null)))
                        .items())
                .extracting(AccountSummary::username)
                .containsExactly("pt-listc", "pt-listd");
        assertThatThrownBy(() -> find(AccountFilter.ALL, "password_hash,asc")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_page_costs_the_same_few_statements_however_long_it_is() {
        as.user("admin", () -> {
            assertThat(sql.during(() -> accounts.find(AccountFilter.ALL, Paging.first(2))))
                    .hasSize(5);
            assertThat(sql.during(() -> accounts.find(AccountFilter.ALL, Paging.first(200))))
                    .hasSize(4);
            assertThat(sql.during(() ->
                            accounts.find(new AccountFilter("nobody x", null, null, null, null), Paging.first(2))))
                    .hasSize(1);
            assertThat(sql.during(
                            () -> accounts.find(new AccountFilter("admin", null, null, null, null), Paging.first(1))))
                    .hasSize(5);
        });
    }

    @Test
    void who_is_called_otherwise_now_is_found_by_the_new_name_alone() {
        AccountDetails read = add(request("pt-words"));
        edit(
                read.id(),
                new EditAccount(read.version(), "欧阳小明", "ouyang@other.example.org", null, null, null, null, null));
        assertThat(found("小明")).containsExactly("pt-words");
        assertThat(found("other.exam")).containsExactly("pt-words");
        assertThat(found("pt-words 新人")).isEmpty();
        as.user("admin", () -> accounts.delete(read.id()));
        assertThat(found("小明")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "viewer", "requester", "supervisor", "manager", "engineer", "owner"})
    void nobody_else_may_do_any_of_this(String username) {
        Stream.<Runnable>of(
                        () -> accounts.find(AccountFilter.ALL, Paging.first(1)),
                        () -> accounts.details(1),
                        () -> accounts.named("admin"),
                        () -> accounts.add(request("pt-no")),
                        () -> accounts.edit(1, new EditAccount(0, null, null, null, null, null, null, null)),
                        () -> accounts.deactivate(1, OpenWork.NOTHING_SAID),
                        () -> accounts.activate(1),
                        () -> accounts.delete(1),
                        () -> accounts.resetPassword(1, new ResetPassword(null)),
                        accounts::proposePassword,
                        () -> accounts.endSessions(1),
                        () -> accounts.unlock("admin"))
                .forEach(deed ->
                        assertThatThrownBy(() -> as.user(username, deed)).isInstanceOf(AccessDeniedException.class));
    }

    @Test
    void people_change_their_own_data_and_no_more() {
        add(request("pt-self"));
        ready("pt-self");
        as.user("pt-self", () -> {
            AccountDetails mine = accounts.editMe(new EditProfile("自己", "self@example.com", "", "新部门"));
            assertThat(mine.realName()).isEqualTo("自己");
            assertThat(mine.phone()).isNull();
            assertThatThrownBy(() -> accounts.editMe(new EditProfile(" ", "nonsense", null, null)))
                    .isInstanceOf(InvalidInput.class);
            assertThat(accounts.me()).isEqualTo(mine);
        });
    }

    private AccountDetails add(AddAccount request) {
        return as.user("admin", () -> accounts.add(request));
    }

    private static AddAccount request(String username) {
        return new AddAccount(
                username, "新人", "new@example.com", "555-0100", "部门", Set.of("VIEWER"), null, PASSWORD, null);
    }

    private AccountDetails details(long id) {
        return as.user("admin", () -> accounts.details(id));
    }

    private AccountDetails edit(long id, EditAccount request) {
        return as.user("admin", () -> accounts.edit(id, request));
    }

    private List<String> find(AccountFilter filter, @Nullable String sort) {
        return as.user("admin", () -> accounts.find(filter, new Paging(0, 50, sort, null))).items().stream()
                .map(AccountSummary::username)
                .toList();
    }

    private List<String> found(String q) {
        return find(new AccountFilter(q, null, null, null, null), null);
    }

    private String hash(String username) {
        return String.valueOf(
                jdbc.queryForObject("select password_hash from app_user where username = ?", String.class, username));
    }

    private void ready(String username) {
        jdbc.update("update app_user set must_change_password = false where username = ?", username);
    }

    private void session(long userId) {
        Instant now = Instant.now();
        jdbc.update(
                "insert into app_session (id, user_id, created_at, seen_at, ends_at, address, user_agent)"
                        + " values (?, ?, ?, ?, ?, '127.0.0.1', 'test')",
                UUID.randomUUID().toString().replace("-", ""),
                userId,
                java.sql.Timestamp.from(now),
                java.sql.Timestamp.from(now),
                java.sql.Timestamp.from(now.plusSeconds(600)));
    }

    private long sessions(long userId) {
        return jdbc.queryForList("select id from app_session where user_id = ?", userId)
                .size();
    }

    private static List<Object> atOnce(List<Callable<?>> deeds) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(deeds.size());
        try {
            List<Future<?>> running = IntStream.range(0, deeds.size())
                    .<Future<?>>mapToObj(i -> threads.submit(deeds.get(i)))
                    .toList();
            List<Object> results = new java.util.ArrayList<>();
            for (Future<?> each : running) {
                try {
                    results.add(each.get());
                } catch (ExecutionException e) {
                    results.add(e.getCause());
                }
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
