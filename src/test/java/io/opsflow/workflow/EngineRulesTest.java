package io.opsflow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opsflow.kernel.Actor;
import io.opsflow.kernel.RuleViolated;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.camunda.bpm.model.bpmn.builder.UserTaskBuilder;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The rules between front doors and the engine, proven on a real engine and a real database; nothing is mocked. */
@OpsFlowTest
@Import(EngineRulesTest.Vocabulary.class)
class EngineRulesTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Unguarded unguarded;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final Processes processes;
    private final EngineClock clock;
    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final As as;
    private final Things things;

    private final String key = "X-" + NUMBERS.incrementAndGet();

    EngineRulesTest(
            @Autowired ProcessEngine engine,
            @Autowired RuntimeService runtime,
            @Autowired HistoryService history,
            @Autowired Processes processes,
            @Autowired EngineClock clock,
            @Autowired JdbcTemplate sql,
            @Autowired TransactionTemplate transaction,
            @Autowired As as,
            @Autowired Things things) {
        this.unguarded = new Unguarded(engine);
        this.runtime = runtime;
        this.history = history;
        this.processes = processes;
        this.clock = clock;
        this.sql = sql;
        this.transaction = transaction;
        this.as = as;
        this.things = things;
    }

    @BeforeEach
    void table() {
        sql.execute("create table if not exists thing_note (thing varchar(64), note varchar(100))");
        things.heard().clear();
    }

    @Test
    void a_broken_rule_that_the_diagram_models_commits_what_happened_before_it() {
        deploy("modelled", process -> process.startEvent()
                .serviceTask("breakRule")
                .camundaDelegateExpression("${breakRule}")
                .boundaryEvent("ruleBroken")
                .error("thing-refused")
                .endEvent("refused")
                .moveToActivity("breakRule")
                .endEvent("accepted"));

        as.user(
                "requester",
                () -> transact(() -> {
                    note("before");
                    processes.start("modelled", key);
                }));

        assertThat(notes()).containsExactly("before");
        assertThat(passed()).contains("refused").doesNotContain("accepted");
    }

    @Test
    void a_broken_rule_that_no_diagram_models_comes_back_to_the_caller_and_nothing_is_kept() {
        deploy("unmodelled", process -> process.startEvent()
                .serviceTask("breakRule")
                .camundaDelegateExpression("${breakRule}")
                .endEvent("accepted"));

        assertThatThrownBy(() -> as.user(
                        "requester",
                        () -> transact(() -> {
                            note("before");
                            processes.start("unmodelled", key);
                        })))
                .isInstanceOf(ThingRefused.class);

        assertThat(notes()).isEmpty();
        assertThat(instances()).isZero();
    }

    @Test
    void a_broken_rule_in_a_job_takes_the_modelled_path() {
        deploy("in-a-job", process -> process.startEvent()
                .serviceTask("breakRule")
                .camundaAsyncBefore()
                .camundaDelegateExpression("${breakRule}")
                .boundaryEvent("ruleBroken")
                .error("thing-refused")
                .endEvent("refused")
                .moveToActivity("breakRule")
                .endEvent("accepted"));
        as.user("requester", () -> processes.start("in-a-job", key));

        clock.runDueJobs();

        assertThat(passed()).contains("refused").doesNotContain("accepted");
    }

    @Test
    void an_error_after_the_engine_call_undoes_the_process_as_well() {
        deploy("undone", process -> waiting(process.startEvent().userTask("waitForIt"))
                .endEvent());

        assertThatThrownBy(() -> as.user(
                        "requester",
                        () -> transact(() -> {
                            note("before");
                            processes.start("undone", key);
                            throw new IllegalStateException("after both");
                        })))
                .hasMessage("after both");

        assertThat(notes()).isEmpty();
        assertThat(instances()).isZero();
        assertThat(inboxRows()).isZero();
    }

    @Test
    void a_module_that_refuses_a_state_refuses_the_whole_call_in_its_own_words() {
        deploy("listener", process -> waiting(process.startEvent().userTask("waitForIt"))
                .endEvent());
        things.refuseStates(true);
        try {
            assertThatThrownBy(() -> as.user("requester", () -> processes.start("listener", key)))
                    .isInstanceOf(ThingRefused.class);
        } finally {
            things.refuseStates(false);
        }
        assertThat(instances()).isZero();
    }

    @Test
    void a_step_in_a_click_acts_as_the_system_on_behalf_of_the_person() {
        deploy("in-a-click", process -> process.startEvent()
                .serviceTask("rememberActor")
                .camundaDelegateExpression("${rememberActor}")
                .endEvent());

        as.user("requester", () -> processes.start("in-a-click", key));

        assertThat(things.heard()).containsExactly(new Actor(Actor.SYSTEM, "requester"));
    }

    @Test
    void a_step_in_a_job_acts_as_the_system_alone() {
        deploy("at-night", process -> process.startEvent()
                .serviceTask("rememberActor")
                .camundaAsyncBefore()
                .camundaDelegateExpression("${rememberActor}")
                .endEvent());
        as.user("requester", () -> processes.start("at-night", key));
        SecurityContextHolder.clearContext();

        clock.runDueJobs();

        assertThat(things.heard()).containsExactly(new Actor(Actor.SYSTEM, null));
        assertThat(Actor.isSignedIn()).isFalse();
    }

    @Test
    void expressions_reach_steps_and_no_other_bean() {
        deploy("side-door", process -> process.startEvent()
                .serviceTask("sideDoor")
                .camundaExpression("${jdbcTemplate.execute('drop table thing_note')}")
                .endEvent());

        assertThatThrownBy(() -> as.user("requester", () -> processes.start("side-door", key)))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("Unknown property");
    }

    private void deploy(String id, Consumer<ProcessBuilder> drawing) {
        ProcessBuilder process = Bpmn.createExecutableProcess(id).camundaHistoryTimeToLiveString("P1D");
        drawing.accept(process);
        BpmnModelInstance model = process.done();
        unguarded.deploy(id, Map.of(id + ".bpmn", Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8)));
    }

    private static UserTaskBuilder waiting(UserTaskBuilder task) {
        BpmnModelInstance model = (BpmnModelInstance) task.getElement().getModelInstance();
        CamundaProperties properties = model.newInstance(CamundaProperties.class);
        properties.addChildElement(property(model, "status", "waiting"));
        properties.addChildElement(property(model, "action", "finish"));
        return task.addExtensionElement(properties).camundaCandidateGroups("SUPERVISOR");
    }

    private static CamundaProperty property(BpmnModelInstance model, String name, String value) {
        CamundaProperty property = model.newInstance(CamundaProperty.class);
        property.setCamundaName(name);
        property.setCamundaValue(value);
        return property;
    }

    private void transact(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    private void note(String note) {
        sql.update("insert into thing_note values (?, ?)", key, note);
    }

    private List<String> notes() {
        return sql.queryForList("select note from thing_note where thing = ?", String.class, key);
    }

    private int inboxRows() {
        return Objects.requireNonNull(
                sql.queryForObject("select count(*) from inbox_task where object_key = ?", Integer.class, key));
    }

    private long instances() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .count();
    }

    private List<String> passed() {
        HistoricProcessInstance instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .singleResult();
        return history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).list().stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    /** A small module of its own. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Vocabulary {

        @Bean
        Things things() {
            return new Things();
        }

        @Bean
        ProcessStep breakRule(Things things) {
            return new BreakRule(things);
        }

        @Bean
        ProcessStep rememberActor(Things things) {
            return new RememberActor(things);
        }
    }

    record BreakRule(Things things) implements ProcessStep {
        @Override
        public void run(DelegateExecution execution) {
            things.refuse();
        }
    }

    record RememberActor(Things things) implements ProcessStep {
        @Override
        public void run(DelegateExecution execution) {
            things.heard().add(Actor.current());
        }
    }

    static class ThingRefused extends RuleViolated {
        private static final long serialVersionUID = 1L;

        ThingRefused() {
            super("thing-refused");
        }
    }

    /** A front door with a transaction of its own. */
    static class Things implements ProcessSubject {

        private final List<Actor> heard = new ArrayList<>();
        private boolean refusesStates;

        public List<Actor> heard() {
            return heard;
        }

        public void refuseStates(boolean refuses) {
            refusesStates = refuses;
        }

        @Transactional
        public void refuse() {
            throw new ThingRefused();
        }

        @Override
        public String prefix() {
            return "X";
        }

        @Override
        public Set<String> statuses() {
            return Set.of("waiting");
        }

        @Override
        public Subject describe(String objectKey) {
            return new Subject("a thing", Urgency.MEDIUM, null);
        }

        @Override
        public Map<String, String> visibleTitles(Collection<String> objectKeys) {
            return Map.of();
        }

        @Override
        public boolean isVisible(String objectKey) {
            return true;
        }

        @Override
        public void check(Completion completion) {}

        @Override
        public void entered(StateEntered state) {
            if (refusesStates) {
                throw new ThingRefused();
            }
        }
    }
}
