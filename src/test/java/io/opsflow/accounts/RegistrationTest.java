package io.opsflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.opsflow.kernel.Actor;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.MovableClock;
import io.opsflow.kernel.NotAllowed;
import io.opsflow.kernel.Permissions;
import io.opsflow.kernel.TooManyAttempts;
import io.opsflow.kernel.Validation;
import io.opsflow.platform.OpsFlowSettings;
import io.opsflow.platform.StartRefused;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.workflow.Answers;
import io.opsflow.workflow.Completion;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@OpsFlowTest
class RegistrationTest {

    private static final String HERE = "198.51.100.7";

    @Autowired
    Registration registration;

    @Autowired
    ApplicantRepository applicants;

    @Autowired
    AppUserRepository users;

    @Autowired
    Accounts accounts;

    @Autowired
    FirstAdministrator firstAdministrator;

    @Autowired
    Admission admission;

    @Autowired
    ObjectProvider<RegistrationFlow> flow;

    @Autowired
    ObjectProvider<Notices> notices;

    @Autowired
    Directory directory;

    @Autowired
    RegistrationSubject subject;

    @Autowired
    SignInBrake brake;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    Validation validation;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    OpsFlowSettings settings;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    As as;

    @BeforeEach
    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
        clock.reset();
        Applicants.forget(jdbc, "han.mei");
    }

    @Test
    void who_manages_accounts_alone_grants_nobody_more_than_their_own() {
        assertThatThrownBy(() -> grant("SUPERVISOR", clerk(Set.of(Permissions.ACCOUNTS_MANAGE))))
                .isInstanceOf(NotAllowed.class);
        Set<String> enough = new HashSet<>(BuiltInRole.SUPERVISOR.permissions());
        enough.add(Permissions.ACCOUNTS_MANAGE);
        assertThatCode(() -> grant("SUPERVISOR", clerk(enough))).doesNotThrowAnyException();
    }

    @Test
    void what_an_absent_administrator_lends_a_colleague_is_not_granted_to_others() {
        Authentication lent =
                PasswordSignIn.signedIn("engineer", BuiltInRole.ADMIN.permissions(), new Actor.OnBehalfOf("admin"));
        assertThatThrownBy(() -> grant("SUPERVISOR", lent)).isInstanceOf(NotAllowed.class);
        assertThatCode(() -> grant("ENGINEER", lent)).doesNotThrowAnyException();
    }

    private static Authentication clerk(Set<String> permissions) {
        return PasswordSignIn.signedIn("clerk", permissions, null);
    }

    private void grant(String role, Authentication by) {
        Answers answers = Answers.none().and("approved", true).and("roles", List.of(role));
        Completion granting = new Completion("REG-1", "task", "decideRegistration", "decide", answers);
        Impersonation.during(by, () -> transaction.executeWithoutResult(status -> subject.check(granting)));
    }

    @Test
    void in_an_open_installation_the_account_is_there_at_once_for_a_requester() throws Exception {
        assertThat(with("open").register(Applicants.named(" Han.MeiMei "), HERE))
                .isTrue();

        AppUser user = users.withPermissions("han.meimei").orElseThrow();
        assertThat(user.roles()).extracting(Role::code).containsExactly("REQUESTER");
        assertThat(user.mustChangePassword()).isFalse();
        assertThat(user.email()).isEqualTo("han@example.com");
        mvc.perform(formLogin("/login").user("han.meimei").password(Applicants.PASSWORD))
                .andExpect(authenticated());
        assertThat(applicant().passwordHash()).isNull();
    }

    @Test
    void in_a_closed_installation_nobody_registers() {
        assertThat(with("closed").mode()).isEqualTo(RegistrationMode.CLOSED);
        assertThatThrownBy(() -> with("closed").register(Applicants.named("han.meimei"), HERE))
                .isInstanceOf(RegistrationClosed.class);
        assertThat(applicants.findFirstByUsernameOrderByIdDesc("han.meimei")).isEmpty();
    }

    @Test
    void what_is_not_set_depends_on_what_the_installation_is_for() {
        assertThat(with(null).mode()).isEqualTo(RegistrationMode.APPROVAL);
        assertThatThrownBy(() -> new RegistrationProperties(null, "perhaps"))
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence(Locale.ENGLISH))
                        .contains("OPSFLOW_REGISTRATION", "perhaps"));
    }

    @Test
    void where_approval_is_needed_there_is_no_account_yet_and_only_its_owner_learns_how_it_stands() throws Exception {
        assertThat(registration.register(Applicants.named("han.meimei"), HERE)).isFalse();

        assertThat(users.findByUsername("han.meimei")).isEmpty();
        mvc.perform(formLogin("/login").user("han.meimei").password(Applicants.PASSWORD))
                .andExpect(unauthenticated())
                .andExpect(redirectedUrl("/login?pending"));
        mvc.perform(formLogin("/login").user("han.meimei").password("a guess"))
                .andExpect(unauthenticated())
                .andExpect(redirectedUrl("/login?error"));
        mvc.perform(get("/api/v1/tickets").with(httpBasic("han.meimei", Applicants.PASSWORD)))
                .andExpect(status().isUnauthorized());
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "ADMIN", "ａｄｍｉｎ", " admin ", "adm1n", "admln"})
    void a_name_that_somebody_has_is_refused_however_it_is_spelled(String name) {
        assertThatThrownBy(() -> registration.register(Applicants.named(name), HERE))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors()).singleElement().satisfies(error -> {
                            assertThat(error.field()).isEqualTo("username");
                            assertThat(error.code()).isIn("username-taken", "username-too-similar");
                            assertThat(error.args()).hasSize(1);
                        }));
    }

    @Test
    void a_name_that_somebody_waits_for_is_nobody_elses() {
        registration.register(Applicants.named("han.meimei"), HERE);
        for (String name : List.of("han.meimei", "HAN.MEIMEI", "han.me1mei")) {
            refused(Applicants.named(name), "username", "username-taken");
        }
        assertThatThrownBy(() -> as.user(
                        "admin",
                        () -> accounts.add(new AddAccount(
                                "han.meimei", "另一个", null, null, null, Set.of(), Set.of(), Applicants.PASSWORD, null))))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void every_wrong_field_is_named_with_its_reason_and_nothing_is_kept() {
        assertThatThrownBy(() -> registration.register(
                        new Register("han.meimei", "韩", "no address", "twelve", null, "han.meimei"), HERE))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                        .extracting("field", "code")
                        .contains(
                                org.assertj.core.groups.Tuple.tuple("email", "email-spelling"),
                                org.assertj.core.groups.Tuple.tuple("phone", "phone-spelling"),
                                org.assertj.core.groups.Tuple.tuple("password", "password-contains-name")));
        refused(
                new Register("h", "韩", "h@example.com", null, null, Applicants.PASSWORD),
                "username",
                "username-spelling");
        refused(
                new Register("han.meimei", " ", "h@example.com", null, null, Applicants.PASSWORD),
                "real_name",
                "required");
        assertThat(applicants.findFirstByUsernameOrderByIdDesc("han.meimei")).isEmpty();
    }

    @Test
    void five_an_hour_are_enough_for_one_address() {
        Registration open = with("open");
        for (int i = 0; i < 5; i++) {
            open.register(Applicants.named("han.mei." + "abcde".charAt(i)), HERE);
        }
        assertThatThrownBy(() -> open.register(Applicants.named("han.mei.z"), HERE))
                .isInstanceOf(TooManyAttempts.class);
        open.register(Applicants.named("han.mei.x"), "198.51.100.8");
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(61)));
        open.register(Applicants.named("han.mei.z"), HERE);
    }

    @Test
    void whoever_asks_for_many_names_that_are_taken_must_wait() {
        for (int i = 0; i < 50; i++) {
            refused(Applicants.named("admin"), "username", "username-taken");
        }
        assertThatThrownBy(() -> registration.register(Applicants.named("admin"), HERE))
                .isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void the_api_registers_without_anybody_being_signed_in() throws Exception {
        String body =
                "{\"username\":\"han.meimei\",\"real_name\":\"韩梅梅\",\"email\":\"han@example.com\",\"password\":\"%s\"%s}";
        mvc.perform(post("/api/v1/auth/register")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.formatted(Applicants.PASSWORD, "")))
                .andExpect(status().isCreated())
                .andExpect(header().doesNotExist("Set-Cookie"))
                .andExpect(jsonPath("$.username").value("han.meimei"))
                .andExpect(jsonPath("$.status").value("pending"));
        mvc.perform(post("/api/v1/auth/register")
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Accept-Language", "en")
                        .content(body.formatted("short", "")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[?(@.field == 'username')].message")
                        .value("User name: somebody has the name han.meimei already."))
                .andExpect(jsonPath("$.errors[?(@.field == 'password')]").exists());
        mvc.perform(post("/api/v1/auth/register")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.formatted(Applicants.PASSWORD, ",\"roles\":[\"ADMIN\"]")))
                .andExpect(status().isBadRequest());
    }

    @Test
    void no_password_can_be_read_and_that_of_the_refused_is_forgotten() {
        registration.register(Applicants.named("han.meimei"), HERE);
        assertThat(applicant().passwordHash()).startsWith("$2a$12$");
        assertThat(Applicants.named("han.meimei").toString()).doesNotContain(Applicants.PASSWORD);
        jdbc.update("update applicant set status = 'REFUSED', reserved_name = null, decided_at = requested_at"
                + " where username = 'han.meimei'");
        registration.forget();
        assertThat(applicant().passwordHash()).isNotNull();
        clock.moveTo(clock.instant().plus(Duration.ofDays(31)));
        registration.forget();
        assertThat(applicant().passwordHash()).isNull();
    }

    @Test
    void who_registered_is_for_administrators_and_the_rest_for_the_process() {
        registration.register(Applicants.named("han.meimei"), HERE);
        RegistrationKey key = applicant().key();
        as.user("admin", () -> assertThat(registration.details(key).email()).isEqualTo("han@example.com"));
        assertThatThrownBy(() -> as.user("supervisor", () -> registration.details(key)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as.user("admin", () -> registration.admit(key)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as.user("admin", () -> registration.remind(key)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private void refused(Register request, String field, String code) {
        assertThatThrownBy(() -> registration.register(request, HERE))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                        .extracting("field", "code")
                        .contains(org.assertj.core.groups.Tuple.tuple(field, code)));
    }

    private Applicant applicant() {
        return applicants.findFirstByUsernameOrderByIdDesc("han.meimei").orElseThrow();
    }

    private Registration with(@Nullable String mode) {
        return new Registration(
                new RegistrationProperties(null, mode),
                settings,
                firstAdministrator,
                applicants,
                admission,
                flow,
                notices,
                directory,
                brake,
                passwords,
                validation,
                transaction,
                clock);
    }
}
