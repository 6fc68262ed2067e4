package io.opsflow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opsflow.audit.AuditRecorder;
import io.opsflow.testing.OpsFlowTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What the start of a node deploys, on a real engine: each node here is a start with the models of its release. */
@OpsFlowTest
class BundledModelsTest {

    private static final String RULES = "repair-rules";

    private final RepositoryService repository;
    private final Deployments deployments;
    private final DeployedFiles files;
    private final TransactionTemplate transaction;
    private final AuditRecorder audit;
    private Set<String> before = Set.of();

    BundledModelsTest(
            @Autowired RepositoryService repository,
            @Autowired Deployments deployments,
            @Autowired DeployedFiles files,
            @Autowired TransactionTemplate transaction,
            @Autowired AuditRecorder audit) {
        this.repository = repository;
        this.deployments = deployments;
        this.files = files;
        this.transaction = transaction;
        this.audit = audit;
    }

    @BeforeEach
    void remember() {
        before = TestModels.deployments(repository, RULES);
    }

    @AfterEach
    void forget() {
        Set<String> made = TestModels.deployments(repository, RULES);
        made.removeAll(before);
        made.forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    @Test
    void an_unchanged_restart_deploys_nothing() {
        start(tickets("first"));
        start(tickets("first"));

        assertThat(editions()).containsExactly("first");
        assertThat(source()).isEqualTo("opsflow-bundle");
    }

    @Test
    void a_release_that_changes_a_unit_deploys_that_unit_alone() {
        start(tickets("first"), rules("SUPERVISOR"));
        start(tickets("first"), rules("ENGINEER"));

        assertThat(editions()).containsExactly("first");
        assertThat(decisions()).isEqualTo(2);
    }

    @Test
    void a_changed_form_is_a_changed_unit() {
        start(tickets("first"));
        Map<String, String> forms = TestModels.forms();
        forms.computeIfPresent("review-ticket", (id, form) -> form.replace("16", "15"));
        start(ModelUnit.process(TestModels.PROCESS, TestModels.diagram("first"), forms));

        assertThat(editions()).containsExactly("first", "first");
    }

    @Test
    void a_live_edit_stays_when_a_release_changes_another_unit() {
        start(tickets("first"), rules("SUPERVISOR"));
        TestModels.deployLive(repository, tickets("owner's"));
        start(tickets("first"), rules("ENGINEER"));

        assertThat(editions()).containsExactly("first", "owner's");
        assertThat(decisions()).isEqualTo(2);
    }

    @Test
    void a_live_edit_stays_when_a_release_changes_its_unit() {
        start(tickets("first"));
        TestModels.deployLive(repository, tickets("owner's"));
        start(tickets("second"));

        assertThat(editions()).containsExactly("first", "owner's");
        assertThat(source()).isEqualTo("Camunda Modeler");
    }

    @Test
    void a_downgrade_does_not_flip_the_version_back() {
        start(tickets("first"));
        start(tickets("second"));
        start(tickets("first"));

        assertThat(editions()).containsExactly("first", "second");
    }

    @Test
    void nodes_of_two_releases_that_restart_in_turn_deploy_once_each() {
        for (int restart = 0; restart < 3; restart++) {
            start(tickets("first"));
            start(tickets("second"));
        }

        assertThat(editions()).containsExactly("first", "second");
    }

    @Test
    void an_owner_who_goes_back_to_the_bundled_content_is_not_overtaken_by_the_next_release() {
        start(tickets("first"));
        TestModels.deployLive(repository, tickets("owner's"));
        transaction.executeWithoutResult(
                status -> deployments.deploy(ModelSource.RESTORED_FROM + 1, TestModels.PROCESS, files.of(first())));
        start(tickets("second"));

        assertThat(editions()).containsExactly("first", "owner's", "first");
        assertThat(source()).isEqualTo("opsflow-version-1");
    }

    @Test
    void line_ends_of_a_windows_checkout_change_nothing() {
        start(tickets("first"));
        Map<String, String> forms = TestModels.forms();
        forms.replaceAll((id, form) -> form.replace("\n", "\r\n"));
        start(ModelUnit.process(TestModels.PROCESS, TestModels.diagram("first").replace("\n", "\r\n"), forms));

        assertThat(editions()).containsExactly("first");
    }

    @Test
    void two_nodes_that_start_at_once_deploy_once() throws Exception {
        int nodes = 4;
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        try {
            CountDownLatch together = new CountDownLatch(nodes);
            List<Future<?>> starts = new ArrayList<>();
            for (int node = 0; node < nodes; node++) {
                starts.add(threads.submit(() -> {
                    together.countDown();
                    together.await();
                    start(tickets("first"), rules("SUPERVISOR"));
                    return true;
                }));
            }
            for (Future<?> start : starts) {
                finished(start);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(editions()).containsExactly("first");
        assertThat(decisions()).isEqualTo(1);
    }

    @Test
    void a_decision_is_deployed_alone_and_its_live_edit_stays() {
        start(tickets("first"), rules("SUPERVISOR"));
        start(tickets("second"), rules("SUPERVISOR"));
        assertThat(decisions()).isEqualTo(1);

        start(tickets("second"), rules("ENGINEER"));
        assertThat(decisions()).isEqualTo(2);

        TestModels.deployLive(repository, rules("PROJECT_MANAGER"));
        start(tickets("second"), rules("ADMIN"));
        assertThat(decisions()).isEqualTo(3);
        assertThat(editions()).containsExactly("first", "second");
    }

    @Test
    void a_live_edit_without_a_form_that_it_names_is_refused_and_the_bundled_version_stays() {
        start(tickets("first"));
        ModelUnit forgotten = ModelUnit.process(TestModels.PROCESS, TestModels.diagram("owner's"), Map.of());

        assertThatThrownBy(() -> TestModels.deployLive(repository, forgotten))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("review-ticket");
        assertThat(editions()).containsExactly("first");
    }

    @Test
    void a_form_alone_is_refused() {
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .source("Camunda Modeler")
                        .addString("review-ticket.form", TestModels.forms().get("review-ticket"))
                        .deploy())
                .isInstanceOf(ParseException.class);
    }

    @Test
    void decisions_come_before_processes_and_who_is_called_before_who_calls() {
        ModelUnit caller = new ModelUnit(
                ModelUnit.Kind.PROCESS, "a-caller", tickets("first").files(), Set.of(TestModels.PROCESS, "nowhere"));

        assertThat(new BundledUnits(List.of(caller, tickets("first"), rules("ADMIN"))).units())
                .extracting(ModelUnit::key)
                .containsExactly(RULES, TestModels.PROCESS, "a-caller");
    }

    @Test
    void processes_that_call_each_other_are_deployed_all_the_same() {
        ModelUnit here =
                new ModelUnit(ModelUnit.Kind.PROCESS, "here", tickets("first").files(), Set.of("there"));
        ModelUnit there =
                new ModelUnit(ModelUnit.Kind.PROCESS, "there", tickets("first").files(), Set.of("here"));

        assertThat(new BundledUnits(List.of(there, here)).units()).containsExactlyInAnyOrder(here, there);
    }

    @Test
    void the_product_brings_its_diagrams_with_their_forms() {
        assertThat(BundledUnits.onClassPath()
                        .process("ticket-handling")
                        .orElseThrow()
                        .files())
                .containsOnlyKeys(
                        "assign-ticket.form",
                        "confirm-ticket.form",
                        "handle-ticket.form",
                        "review-ticket.form",
                        "start-ticket.form",
                        "ticket-handling.bpmn");
    }

    private void start(ModelUnit... bundle) {
        new BundledModels(new BundledUnits(Arrays.asList(bundle)), deployments, transaction, audit).start();
    }

    private static ModelUnit tickets(String edition) {
        return TestModels.process(edition);
    }

    private static ModelUnit rules(String reviewer) {
        return TestModels.decision(RULES, reviewer);
    }

    /** What the documentation of the versions made here says, the oldest first. */
    private List<String> editions() {
        return versions().stream()
                .map(definition -> repository
                        .getBpmnModelInstance(definition.getId())
                        .getModelElementsByType(Documentation.class)
                        .iterator()
                        .next()
                        .getTextContent())
                .map(text -> text.substring(0, text.indexOf(':')))
                .toList();
    }

    private List<ProcessDefinition> versions() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(TestModels.PROCESS)
                .orderByProcessDefinitionVersion()
                .asc()
                .list()
                .stream()
                .filter(definition -> !before.contains(definition.getDeploymentId()))
                .toList();
    }

    private String first() {
        return versions().get(0).getDeploymentId();
    }

    private String source() {
        List<ProcessDefinition> all = versions();
        return repository
                .createDeploymentQuery()
                .deploymentId(all.get(all.size() - 1).getDeploymentId())
                .singleResult()
                .getSource();
    }

    private long decisions() {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(RULES)
                .count();
    }

    private static void finished(Future<?> work) throws InterruptedException, TimeoutException {
        try {
            work.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
