package io.opsflow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.tickets.TicketKey;
import io.opsflow.tickets.TicketMaker;
import io.opsflow.tickets.Tickets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

/** Tasks are changed through front doors alone: the engine's own services refuse, whoever asks. */
@OpsFlowTest
class NoSideDoorTest {

    /** Nobody at all, an administrator, somebody to whom the task is offered. */
    private static final List<String> CALLERS = List.of("", "admin", "supervisor");

    @Autowired
    ProcessEngine engine;

    @Autowired
    IdentityService identity;

    @Autowired
    EngineCall call;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    Tickets tickets;

    @Autowired
    As as;

    private TicketKey key;
    private String task;
    private boolean authorization;

    @BeforeEach
    void offered() {
        authorization = engine.getProcessEngineConfiguration().isAuthorizationEnabled();
        key = new TicketMaker(tickets, as).pending();
        task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key.toString())
                .singleResult()
                .getId();
    }

    @AfterEach
    void nobody() {
        identity.clearAuthentication();
        engine.getProcessEngineConfiguration().setAuthorizationEnabled(authorization);
        LocaleContextHolder.resetLocaleContext();
    }

    static Stream<Arguments> attempts() {
        Map<String, BiConsumer<ProcessEngine, String>> attempts = new HashMap<>();
        attempts.put("complete", (engine, task) -> tasks(engine).complete(task, Map.of("approved", true)));
        attempts.put("complete with result", (engine, task) -> tasks(engine)
                .completeWithVariablesInReturn(task, Map.of("approved", true), false));
        attempts.put("submit form", (engine, task) -> forms(engine).submitTaskForm(task, Map.of("approved", true)));
        attempts.put("resolve", (engine, task) -> tasks(engine).resolveTask(task));
        attempts.put("claim", (engine, task) -> tasks(engine).claim(task, "supervisor"));
        attempts.put("set assignee", (engine, task) -> tasks(engine).setAssignee(task, "viewer"));
        attempts.put("delegate", (engine, task) -> tasks(engine).delegateTask(task, "viewer"));
        attempts.put("set owner", (engine, task) -> tasks(engine).setOwner(task, "viewer"));
        attempts.put("offer to a user", (engine, task) -> tasks(engine).addCandidateUser(task, "viewer"));
        attempts.put("offer to a group", (engine, task) -> tasks(engine).addCandidateGroup(task, "VIEWER"));
        attempts.put("withdraw from a group", (engine, task) -> tasks(engine).deleteCandidateGroup(task, "SUPERVISOR"));
        attempts.put("involve", (engine, task) -> tasks(engine).addUserIdentityLink(task, "viewer", "watcher"));
        attempts.put("set priority", (engine, task) -> tasks(engine).setPriority(task, 99));
        attempts.put("set name", (engine, task) -> tasks(engine).setName(task, "Nothing to do"));
        attempts.put("set due date", (engine, task) -> tasks(engine).setDueDate(task, Date.from(Instant.EPOCH)));
        attempts.put("save", (engine, task) -> {
            Authentication caller = engine.getIdentityService().getCurrentAuthentication();
            engine.getIdentityService().clearAuthentication();
            Task found = tasks(engine).createTaskQuery().taskId(task).singleResult();
            engine.getIdentityService().setAuthentication(caller);
            found.setAssignee("viewer");
            tasks(engine).saveTask(found);
        });
        attempts.put("set variable", (engine, task) -> tasks(engine).setVariable(task, "requester", "viewer"));
        attempts.put("set local variable", (engine, task) -> tasks(engine).setVariableLocal(task, "requester", "x"));
        attempts.put("remove variable", (engine, task) -> tasks(engine).removeVariable(task, "requester"));
        attempts.put("raise an error", (engine, task) -> tasks(engine).handleBpmnError(task, "thing-refused"));
        attempts.put("escalate", (engine, task) -> tasks(engine).handleEscalation(task, "thing-late"));
        return attempts.entrySet().stream().sorted(Map.Entry.comparingByKey()).flatMap(attempt -> CALLERS.stream()
                .flatMap(caller -> Stream.of(true, false)
                        .map(authorization ->
                                Arguments.of(attempt.getKey(), caller, authorization, attempt.getValue()))));
    }

    @ParameterizedTest(name = "{0} by \"{1}\", authorization {2}")
    @MethodSource("attempts")
    void a_task_is_not_changed_past_the_front_door(
            String what, String caller, boolean authorization, BiConsumer<ProcessEngine, String> attempt) {
        engine.getProcessEngineConfiguration().setAuthorizationEnabled(authorization);
        if (!caller.isEmpty()) {
            identity.setAuthentication(caller, List.of("SUPERVISOR"));
        }
        List<Map<String, Object>> before = state();
        LocaleContextHolder.setLocale(Locale.ENGLISH);

        assertThatThrownBy(() -> attempt.accept(engine, task))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("in OpsFlow")
                .hasMessageContaining(key.toString());

        assertThat(state()).isEqualTo(before);
    }

    @Test
    void the_refusal_speaks_the_language_of_the_caller() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);

        assertThatThrownBy(() -> engine.getTaskService().complete(task)).hasMessageContaining("待办中打开 " + key);
    }

    @Test
    void a_task_of_a_process_cannot_be_deleted_either() {
        assertThatThrownBy(() -> engine.getTaskService().deleteTask(task, true))
                .isInstanceOf(ProcessEngineException.class);
        assertThat(state()).isNotEmpty();
    }

    @Test
    void a_call_about_one_task_cannot_complete_another() {
        String other = task;
        offered();

        assertThatThrownBy(() -> as.user(
                        "supervisor",
                        () -> call.about(task, () -> engine.getTaskService().complete(other))))
                .isInstanceOf(AccessDeniedException.class);

        assertThat(EngineCall.isAbout(task)).isFalse();
        assertThat(state()).isNotEmpty();
    }

    @Test
    void who_gets_past_the_commands_is_refused_by_the_task_itself() {
        Command<?> past = context -> {
            TaskEntity found = context.getTaskManager().findTaskById(task);
            found.complete();
            return null;
        };
        List<Map<String, Object>> before = state();

        assertThatThrownBy(() -> ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                        .getCommandExecutorTxRequired()
                        .execute(past))
                .hasRootCauseInstanceOf(AuthorizationException.class);

        assertThat(state()).isEqualTo(before);
    }

    private List<Map<String, Object>> state() {
        return Stream.of(
                        "select * from ACT_RU_TASK where ID_ = ?",
                        "select * from ACT_RU_IDENTITYLINK where TASK_ID_ = ?",
                        "select * from ACT_RU_VARIABLE where PROC_INST_ID_ ="
                                + " (select PROC_INST_ID_ from ACT_RU_TASK where ID_ = ?)",
                        "select * from inbox_task where id = ?",
                        "select * from inbox_entry where task_id = ?",
                        "select * from ACT_RU_AUTHORIZATION where RESOURCE_ID_ = ?")
                .flatMap(select -> sql.queryForList(select, task).stream())
                .toList();
    }

    private static TaskService tasks(ProcessEngine engine) {
        return engine.getTaskService();
    }

    private static FormService forms(ProcessEngine engine) {
        return engine.getFormService();
    }
}
