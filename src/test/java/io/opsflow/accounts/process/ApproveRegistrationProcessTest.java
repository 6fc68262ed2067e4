package io.opsflow.accounts.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import io.opsflow.accounts.ApplicantStatus;
import io.opsflow.accounts.Applicants;
import io.opsflow.accounts.Registration;
import io.opsflow.accounts.RegistrationDetails;
import io.opsflow.accounts.RegistrationKey;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.Paging;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.workflow.Answers;
import io.opsflow.workflow.EngineClock;
import io.opsflow.workflow.Inbox;
import io.opsflow.workflow.InboxQuery;
import io.opsflow.workflow.Processes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;

/** Every end, both timers and the error path of bpmn/accounts/approve-registration.bpmn. */
@OpsFlowTest
class ApproveRegistrationProcessTest {

    private static final String NAME = "uncle.wang";

    @Autowired
    Registration registration;

    @Autowired
    Processes processes;

    @Autowired
    Inbox inbox;

    @Autowired
    EngineClock clock;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService running;

    @Autowired
    HistoryService history;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    As as;

    private RegistrationKey key = new RegistrationKey(1);
    private ProcessInstance process;

    @BeforeEach
    void somebody_registers() {
        init(engine);
        SecurityContextHolder.clearContext();
        endAll();
        Applicants.forget(jdbc, NAME);
        registration.register(Applicants.named(NAME), "203.0.113.77");
        key = new RegistrationKey(Objects.requireNonNull(
                jdbc.queryForObject("select max(id) from applicant where username = ?", Long.class, NAME)));
        process = running.createProcessInstanceQuery()
                .processInstanceBusinessKey(key.toString())
                .singleResult();
    }

    @AfterEach
    void and_is_forgotten() {
        clock.reset();
        endAll();
        Applicants.forget(jdbc, NAME);
        jdbc.update("delete from notification where link = ?", "inbox?q=" + key);
    }

    /** Those of other tests as well: their timers would be due here. */
    private void endAll() {
        running.createProcessInstanceQuery()
                .processDefinitionKey("approve-registration")
                .list()
                .forEach(left -> running.deleteProcessInstance(left.getId(), "end of test"));
    }

    @Test
    void a_registration_waits_for_the_administrators_with_its_name_in_their_inbox() {
        assertThat(process)
                .isWaitingAtExactly("decideRegistration")
                .task()
                .hasCandidateGroup("ADMIN")
                .isNotAssigned();
        then(titlesOf("admin")).containsExactly("韩梅梅 (" + NAME + ")");
        then(titlesOf("supervisor")).isEmpty();
    }

    @Test
    void whoever_is_approved_has_an_account_with_the_roles_that_were_granted() throws Exception {
        decide(approve("ENGINEER", "VIEWER"));

        assertThat(process).isEnded().hasPassed("addApplicant", "added").hasNotPassed("refused", "notAdded");
        then(details().status()).isEqualTo(ApplicantStatus.APPROVED);
        then(details().decidedBy()).isEqualTo("admin");
        then(rolesOf(NAME)).containsExactlyInAnyOrder("ENGINEER", "VIEWER");
        mvc.perform(formLogin("/login").user(NAME).password(Applicants.PASSWORD))
                .andExpect(authenticated());
    }

    @Test
    void whoever_is_refused_reads_why_and_the_name_is_free_again() throws Exception {
        decide(Answers.none().and("approved", false).and("reason", "请通过人事部申请"));

        assertThat(process).isEnded().hasPassed("refused").hasNotPassed("addApplicant");
        then(details().status()).isEqualTo(ApplicantStatus.REFUSED);
        then(rolesOf(NAME)).isEmpty();
        mvc.perform(formLogin("/login").user(NAME).password(Applicants.PASSWORD))
                .andExpect(redirectedUrl("/login?refused"));
        registration.register(Applicants.named(NAME), "203.0.113.77");
    }

    @Test
    void every_two_days_the_administrators_are_reminded_three_times() {
        for (int days = 2; days <= 8; days += 2) {
            clock.moveTo(Instant.now().plus(Duration.ofDays(days)).plusSeconds(60));
            clock.runDueJobs();
            then(remindersOf("admin")).isEqualTo(Math.min(days / 2, 3));
        }
        assertThat(process).isWaitingAtExactly("decideRegistration").hasPassed("reminded");
        then(remindersOf("supervisor")).isZero();
    }

    @Test
    void after_two_weeks_a_registration_has_expired_and_its_name_is_free_again() throws Exception {
        clock.moveTo(Instant.now().plus(Duration.ofDays(14)).plusSeconds(60));
        clock.runDueJobs();

        assertThat(process).isEnded().hasPassed("expired").hasNotPassed("addApplicant");
        then(details().status()).isEqualTo(ApplicantStatus.EXPIRED);
        then(titlesOf("admin")).isEmpty();
        registration.register(Applicants.named(NAME), "203.0.113.77");
    }

    @Test
    void whose_name_was_given_away_past_the_program_gets_no_account() {
        jdbc.update(
                "insert into app_user (id, version, username, name_skeleton, password_hash, real_name, active,"
                        + " must_change_password, theme, created_at) select 999999, 0, ?, ?, 'x', 'x', true, false,"
                        + " 'SYSTEM', created_at from app_user where username = 'admin'",
                NAME,
                NAME);

        decide(approve("VIEWER"));

        assertThat(process).isEnded().hasPassed("nameGiven", "notAdded").hasNotPassed("added");
        then(details().status()).isEqualTo(ApplicantStatus.REFUSED);
        then(rolesOf(NAME)).isEmpty();
    }

    @Test
    void an_answer_without_roles_or_reason_is_none() {
        refused(Answers.none().and("approved", true), "roles");
        refused(approve("NOBODY"), "roles");
        refused(approve("ADMIN"), "roles");
        refused(Answers.none().and("approved", false), "reason");
        assertThat(process).isWaitingAtExactly("decideRegistration");
    }

    @Test
    void nobody_else_decides() {
        assertThatThrownBy(() ->
                        as.user("supervisor", () -> processes.complete(key.toString(), "decide", approve("VIEWER"))))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(process).isWaitingAtExactly("decideRegistration");
    }

    @Test
    void only_what_the_diagram_reads_is_a_variable() {
        decide(approve("VIEWER"));
        then(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(process.getId())
                        .list())
                .extracting(variable -> variable.getName())
                .containsExactly("approved");
    }

    private static Answers approve(String... roles) {
        return Answers.none().and("approved", true).and("roles", List.of(roles));
    }

    private void decide(Answers answers) {
        as.user("admin", () -> processes.complete(key.toString(), "decide", answers));
    }

    private void refused(Answers answers, String field) {
        assertThatThrownBy(() -> decide(answers))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> then(invalid.errors()).extracting("field").contains(field));
    }

    private RegistrationDetails details() {
        return as.user("admin", () -> registration.details(key));
    }

    private List<String> titlesOf(String user) {
        return as.user(user, () -> inbox
                .page(new InboxQuery(InboxQuery.View.ALL, null, null, key.toString()), Paging.first(5), Locale.ENGLISH)
                .items()
                .stream()
                .map(task -> task.title())
                .toList());
    }

    private List<String> rolesOf(String username) {
        return jdbc.queryForList(
                "select r.code from app_user u join user_role m on m.user_id = u.id join role r on r.id = m.role_id"
                        + " where u.username = ?",
                String.class,
                username);
    }

    private int remindersOf(String username) {
        Integer count = jdbc.queryForObject(
                "select count(*) from notification where link = ? and recipient = ?",
                Integer.class,
                "inbox?q=" + key,
                username);
        return count == null ? 0 : count;
    }
}
