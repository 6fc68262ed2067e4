package io.opsflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.Validation;
import io.opsflow.platform.OpsFlowSettings;
import io.opsflow.platform.OpsFlowSettings.Profile;
import io.opsflow.platform.StartRefused;
import io.opsflow.testing.OpsFlowTest;
import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything here happens in a transaction that is rolled back: the other tests need their people. */
@OpsFlowTest
@Transactional
class FirstPeopleTest {

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    AppUserRepository users;

    @Autowired
    FirstPeople firstPeople;

    @Autowired
    Roles roles;

    @Autowired
    OpsFlowSettings settings;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    Validation validation;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate jdbc;

    private final Logger log = (Logger) LoggerFactory.getLogger(FirstAdministrator.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        log.setLevel(Level.WARN);
        log.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(lines);
        log.setLevel(null);
    }

    @Test
    void production_does_not_start_with_demo_accounts_and_names_them() {
        assertThatThrownBy(() -> people(Profile.PRODUCTION).afterPropertiesSet())
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence(Locale.ENGLISH))
                        .contains("admin, engineer, engineer2, engineer3, manager, operator, owner, requester"));
    }

    @Test
    void production_starts_when_no_account_has_its_demo_password() {
        jdbc.update("update app_user set password_hash = ?", passwords.encode(PASSWORD));
        people(Profile.PRODUCTION).afterPropertiesSet();
    }

    @Test
    void another_hash_of_a_demo_password_is_found_as_well() {
        jdbc.update("update app_user set password_hash = ?", passwords.encode(PASSWORD));
        jdbc.update("update app_user set password_hash = ? where username = 'owner'", passwords.encode("owner123"));
        assertThatThrownBy(() -> people(Profile.PRODUCTION).afterPropertiesSet())
                .isInstanceOfSatisfying(
                        StartRefused.class, refused -> assertThat(refused.sentence(Locale.SIMPLIFIED_CHINESE))
                                .contains("：owner。"));
    }

    @Test
    void a_demo_that_has_people_gets_no_others() {
        jdbc.update("delete from user_role");
        jdbc.update("delete from app_user where username <> 'viewer'");
        people(Profile.DEMO).afterPropertiesSet();
        assertThat(users.count()).isEqualTo(1);
    }

    @Test
    void the_code_in_the_log_makes_one_administrator() {
        FirstAdministrator first = inAnEmptyInstallation();
        String code = code();

        first.add(new AddAdministrator(code.toLowerCase(Locale.ROOT), "Chief.Admin", "陈主任", PASSWORD));

        AppUser admin = users.withPermissions("chief.admin").orElseThrow();
        assertThat(admin.roles()).extracting(Role::code).containsExactly("ADMIN");
        assertThat(passwords.matches(PASSWORD, admin.passwordHash())).isTrue();
        assertThat(first.isAwaited()).isFalse();
        assertThatThrownBy(() -> first.add(new AddAdministrator(code, "second", "二", PASSWORD)))
                .isInstanceOf(SetupClosed.class);
    }

    @Test
    void a_wrong_code_makes_nobody_and_after_five_there_is_another() {
        FirstAdministrator first = inAnEmptyInstallation();
        String code = code();
        for (int attempt = 0; attempt < FirstAdministrator.ATTEMPTS; attempt++) {
            assertThatThrownBy(() -> first.add(new AddAdministrator("AAAAA", "chief", "陈", PASSWORD)))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("setup-code-wrong");
        }
        assertThat(code()).isNotEqualTo(code);
        assertThatThrownBy(() -> first.add(new AddAdministrator(code, "chief", "陈", PASSWORD)))
                .isInstanceOf(InvalidInput.class);
        assertThat(users.count()).isZero();
    }

    @Test
    void a_weak_password_or_a_name_that_cannot_be_spelled_is_refused_and_the_code_still_counts() {
        FirstAdministrator first = inAnEmptyInstallation();
        String code = code();
        assertThatThrownBy(() -> first.add(new AddAdministrator(code, "chief", "陈", "short")))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                        .extracting("field")
                        .containsExactly("password"));
        assertThatThrownBy(() -> first.add(new AddAdministrator(code, "陈主任", "陈", PASSWORD)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> first.add(new AddAdministrator(code, "chief", "陈", "my name is Chief")))
                .isInstanceOf(InvalidInput.class);
        first.add(new AddAdministrator(code, "chief", "陈", PASSWORD));
        assertThat(users.count()).isEqualTo(1);
    }

    @Test
    void where_there_are_people_no_code_is_made() {
        FirstAdministrator first = firstAdministrator();
        first.start();
        assertThat(first.isAwaited()).isFalse();
        assertThat(lines.list).isEmpty();
    }

    private FirstAdministrator inAnEmptyInstallation() {
        jdbc.update("delete from user_role");
        jdbc.update("delete from group_member");
        jdbc.update("delete from app_user");
        FirstAdministrator first = firstAdministrator();
        first.start();
        assertThat(first.isAwaited()).isTrue();
        return first;
    }

    private FirstAdministrator firstAdministrator() {
        return new FirstAdministrator(users, firstPeople, roles, passwords, validation, transaction, clock);
    }

    private String code() {
        ILoggingEvent last = lines.list.get(lines.list.size() - 1);
        return (String) last.getArgumentArray()[0];
    }

    @Test
    void where_others_reach_the_demo_its_passwords_must_be_changed_and_are_not_shown() {
        people(Profile.DEMO, "0.0.0.0").afterPropertiesSet();
        assertThat(users.findAll()).allMatch(AppUser::mustChangePassword);
        assertThat(new DemoAccounts(settings(Profile.DEMO, "0.0.0.0")).visitors())
                .isEmpty();
        assertThat(new DemoAccounts(settings(Profile.DEMO, "127.0.0.1")).visitors())
                .isNotEmpty();

        people(Profile.DEMO, "127.0.0.1").afterPropertiesSet();
        assertThat(users.findAll()).noneMatch(AppUser::mustChangePassword);
    }

    @Test
    void who_has_chosen_a_password_in_the_demo_keeps_it_wherever_it_listens() {
        users.findByUsername("owner").orElseThrow().choose(passwords.encode(PASSWORD));
        people(Profile.DEMO, "0.0.0.0").afterPropertiesSet();
        assertThat(users.findByUsername("owner").orElseThrow().mustChangePassword())
                .isFalse();
    }

    private FirstPeople people(Profile profile) {
        return people(profile, settings.address());
    }

    private FirstPeople people(Profile profile, String address) {
        return new FirstPeople(users, roles, settings(profile, address), passwords, transaction, clock);
    }

    private OpsFlowSettings settings(Profile profile, String address) {
        return new OpsFlowSettings(
                profile,
                address,
                settings.port(),
                settings.data(),
                settings.database(),
                settings.secretKey(),
                settings.baseUrl(),
                settings.timeZone(),
                false);
    }
}
