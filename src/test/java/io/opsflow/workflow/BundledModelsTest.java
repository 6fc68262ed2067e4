package io.opsflow.workflow;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What the start of a node deploys, on a real engine: each node here is a start with the models of its release. */
@OpsFlowTest
class BundledModelsTest {

    private static final String LAMPS = "lamp-repair";
    private static final String DOORS = "door-repair";
    private static final String RULES = "repair-rules";

    private final RepositoryService repository;
    private final Deployments deployments;
    private final TransactionTemplate transaction;

    BundledModelsTest(
            @Autowired RepositoryService repository,
            @Autowired Deployments deployments,
            @Autowired TransactionTemplate transaction) {
        this.repository = repository;
        this.deployments = deployments;
        this.transaction = transaction;
    }

    @AfterEach
    void forget() {
        TestModels.forget(repository, ModelUnit.Kind.PROCESS, LAMPS);
        TestModels.forget(repository, ModelUnit.Kind.PROCESS, DOORS);
        TestModels.forget(repository, ModelUnit.Kind.DECISION, RULES);
    }

    @Test
    void an_unchanged_restart_deploys_nothing() {
        start(lamps("first"));
        start(lamps("first"));

        assertThat(editions(LAMPS)).containsExactly("first");
        assertThat(source(LAMPS)).isEqualTo("opsflow-bundle");
    }

    @Test
    void a_release_that_changes_a_unit_deploys_that_unit_alone() {
        start(lamps("first"), doors("first"));
        start(lamps("first"), doors("second"));

        assertThat(editions(LAMPS)).containsExactly("first");
        assertThat(editions(DOORS)).containsExactly("first", "second");
    }

    @Test
    void a_changed_form_is_a_changed_unit() {
        start(lamps("first"));
        Map<String, String> forms = TestModels.forms();
        forms.computeIfPresent("review-ticket", (id, form) -> form.replace("16", "15"));
        start(ModelUnit.process(LAMPS, TestModels.diagram(LAMPS, "first"), forms));

        assertThat(editions(LAMPS)).containsExactly("first", "first");
    }

    @Test
    void a_live_edit_stays_when_a_release_changes_another_unit() {
        start(lamps("first"), doors("first"));
        TestModels.deployLive(repository, lamps("owner's"));
        start(lamps("first"), doors("second"));

        assertThat(editions(LAMPS)).containsExactly("first", "owner's");
        assertThat(editions(DOORS)).containsExactly("first", "second");
    }

    @Test
    void a_live_edit_stays_when_a_release_changes_its_unit() {
        start(lamps("first"));
        TestModels.deployLive(repository, lamps("owner's"));
        start(lamps("second"));

        assertThat(editions(LAMPS)).containsExactly("first", "owner's");
        assertThat(source(LAMPS)).isEqualTo("Camunda Modeler");
    }

    @Test
    void a_downgrade_does_not_flip_the_version_back() {
        start(lamps("first"));
        start(lamps("second"));
        start(lamps("first"));

        assertThat(editions(LAMPS)).containsExactly("first", "second");
    }

    @Test
    void nodes_of_two_releases_that_restart_in_turn_deploy_once_each() {
        for (int restart = 0; restart < 3; restart++) {
            start(lamps("first"));
            start(lamps("second"));
        }

        assertThat(editions(LAMPS)).containsExactly("first", "second");
    }

    @Test
    void an_owner_who_goes_back_to_the_bundled_content_is_not_overtaken_by_the_next_release() {
        start(lamps("first"));
        TestModels.deployLive(repository, lamps("owner's"));
        transaction.executeWithoutResult(
                status -> deployments.deploy(VersionTable.RESTORED + 1, LAMPS, deployments.files(first(LAMPS))));
        start(lamps("second"));

        assertThat(editions(LAMPS)).containsExactly("first", "owner's", "first");
        assertThat(source(LAMPS)).isEqualTo("opsflow-version-1");
    }

    @Test
    void line_ends_of_a_windows_checkout_change_nothing() {
        start(lamps("first"));
        Map<String, String> forms = TestModels.forms();
        forms.replaceAll((id, form) -> form.replace("\n", "\r\n"));
        start(ModelUnit.process(LAMPS, TestModels.diagram(LAMPS, "first").replace("\n", "\r\n"), forms));

        assertThat(editions(LAMPS)).containsExactly("first");
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
                    start(lamps("first"), doors("first"), TestModels.decision(RULES, "SUPERVISOR"));
                    return true;
                }));
            }
            for (Future<?> start : starts) {
                finished(start);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(editions(LAMPS)).containsExactly("first");
        assertThat(editions(DOORS)).containsExactly("first");
        assertThat(decisions()).isEqualTo(1);
    }

    @Test
    void a_decision_is_deployed_alone_and_its_live_edit_stays() {
        start(lamps("first"), TestModels.decision(RULES, "SUPERVISOR"));
        start(lamps("second"), TestModels.decision(RULES, "SUPERVISOR"));
        assertThat(decisions()).isEqualTo(1);

        start(lamps("second"), TestModels.decision(RULES, "ENGINEER"));
        assertThat(decisions()).isEqualTo(2);

        TestModels.deployLive(repository, TestModels.decision(RULES, "PROJECT_MANAGER"));
        start(lamps("second"), TestModels.decision(RULES, "ADMIN"));
        assertThat(decisions()).isEqualTo(3);
        assertThat(editions(LAMPS)).containsExactly("first", "second");
    }

    @Test
    void decisions_come_before_processes_and_who_is_called_before_who_calls() {
        ModelUnit caller = new ModelUnit(
                ModelUnit.Kind.PROCESS, "a-caller", lamps("first").files(), Set.of(LAMPS, "nowhere"));

        assertThat(new BundledUnits(List.of(caller, lamps("first"), TestModels.decision(RULES, "ADMIN"))).units())
                .extracting(ModelUnit::key)
                .containsExactly(RULES, LAMPS, "a-caller");
    }

    @Test
    void processes_that_call_each_other_are_deployed_all_the_same() {
        ModelUnit here =
                new ModelUnit(ModelUnit.Kind.PROCESS, "here", lamps("first").files(), Set.of("there"));
        ModelUnit there =
                new ModelUnit(ModelUnit.Kind.PROCESS, "there", lamps("first").files(), Set.of("here"));

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
        new BundledModels(new BundledUnits(Arrays.asList(bundle)), deployments, transaction).start();
    }

    private static ModelUnit lamps(String edition) {
        return TestModels.process(LAMPS, edition);
    }

    private static ModelUnit doors(String edition) {
        return TestModels.process(DOORS, edition);
    }

    /** What the versions' documentation says, the oldest first. */
    private List<String> editions(String key) {
        return definitions(key).stream()
                .map(definition -> repository
                        .getBpmnModelInstance(definition.getId())
                        .getModelElementsByType(Documentation.class)
                        .iterator()
                        .next()
                        .getTextContent())
                .map(text -> text.substring(0, text.indexOf(':')))
                .toList();
    }

    private List<ProcessDefinition> definitions(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .orderByProcessDefinitionVersion()
                .asc()
                .list();
    }

    private String first(String key) {
        return definitions(key).get(0).getDeploymentId();
    }

    private String source(String key) {
        List<ProcessDefinition> all = definitions(key);
        Deployment deployment = repository
                .createDeploymentQuery()
                .deploymentId(all.get(all.size() - 1).getDeploymentId())
                .singleResult();
        return deployment.getSource();
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
