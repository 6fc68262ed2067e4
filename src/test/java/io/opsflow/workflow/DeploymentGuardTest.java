package io.opsflow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

/** What comes in through the engine, whoever brings it, and what is said about versions that came in before. */
@OpsFlowTest
class DeploymentGuardTest {

    private static final String DIAGRAM = "ticket-handling.bpmn";

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final Unguarded unguarded;
    private final RunningModels running;
    private final As as;
    private final DecisionService decisions;
    private final MockMvc web;

    DeploymentGuardTest(
            @Autowired ProcessEngine engine,
            @Autowired RunningModels running,
            @Autowired As as,
            @Autowired MockMvc web) {
        this.repository = engine.getRepositoryService();
        this.runtime = engine.getRuntimeService();
        this.unguarded = new Unguarded(engine);
        this.running = running;
        this.as = as;
        this.decisions = engine.getDecisionService();
        this.web = web;
    }

    @AfterEach
    void languageOfTheMachine() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void what_is_wrong_is_told_with_file_element_line_and_sentence_and_nothing_is_deployed() {
        Map<String, byte[]> unit = unit();
        replace(unit, DIAGRAM, "${closeTicket}", "${dataSource}");
        replace(unit, "review-ticket.form", "\"textarea\"", "\"html\"");
        long deployments = repository.createDeploymentQuery().count();
        long versions = repository.createProcessDefinitionQuery().count();

        LocaleContextHolder.setLocale(Locale.ENGLISH);
        ParseException english = catchThrowableOfType(ParseException.class, () -> deploy(unit));
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        ParseException chinese = catchThrowableOfType(ParseException.class, () -> deploy(unit));

        assertThat(english.getMessage())
                .startsWith("ENGINE-09005 Could not parse BPMN process. Nothing was deployed.")
                .contains("* ticket-handling.bpmn, closeTicket: There is no step \"dataSource\". Known are: ");
        assertThat(english.getResorceReports())
                .extracting(ResourceReport::getResourceName)
                .containsExactlyInAnyOrder(DIAGRAM, "review-ticket.form");
        assertThat(problems(english, DIAGRAM)).singleElement().satisfies(problem -> {
            assertThat(problem.getMainElementId()).isEqualTo("closeTicket");
            assertThat(problem.getLine()).isEqualTo(lineOf(unit, DIAGRAM, "id=\"closeTicket\""));
        });
        assertThat(problems(chinese, DIAGRAM)).singleElement().satisfies(problem -> assertThat(problem.getMessage())
                .startsWith("ticket-handling.bpmn，closeTicket：没有步骤“dataSource”。"));
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
        assertThat(repository.createProcessDefinitionQuery().count()).isEqualTo(versions);
    }

    @Test
    void one_unit_is_deployed_at_a_time_whole_and_for_everybody() {
        Map<String, byte[]> withoutForm = unit();
        withoutForm.remove("review-ticket.form");
        Map<String, byte[]> form = unit();
        form.keySet().removeIf(file -> !file.equals("review-ticket.form"));
        Map<String, byte[]> withProgram = unit();
        withProgram.put("run.groovy", "1".getBytes(StandardCharsets.UTF_8));
        Map<String, byte[]> withDecision = unit();
        withDecision.put("ticket-priority.dmn", "<a/>".getBytes(StandardCharsets.UTF_8));

        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThatThrownBy(() -> deploy(withoutForm)).hasMessageContaining("The form \"review-ticket\" is not among");
        assertThatThrownBy(() -> deploy(form)).hasMessageContaining("A form is not deployed without its diagram");
        assertThatThrownBy(() -> deploy(withProgram)).hasMessageContaining("run.groovy: Only diagrams");
        assertThatThrownBy(() -> deploy(withDecision)).hasMessageContaining("Deploy one at a time");
        assertThatThrownBy(() -> builder(unit()).tenantId("other").deploy())
                .hasMessageContaining("Tenants are not used");
    }

    @Test
    void a_unit_of_which_one_file_changed_is_deployed_with_all_its_files() {
        Map<String, byte[]> unit = unit();
        replace(unit, DIAGRAM, "name=\"Ticket handling\"", "name=\"Ticket handling as before\"");
        Deployment first = builder(unit).deploy();
        replace(unit, DIAGRAM, "as before", "as since");

        Deployment second = builder(unit).enableDuplicateFiltering(true).deploy();

        try {
            assertThat(repository.getDeploymentResourceNames(second.getId()))
                    .containsExactlyInAnyOrderElementsOf(unit.keySet());
        } finally {
            repository.deleteDeployment(second.getId(), true);
            repository.deleteDeployment(first.getId(), true);
        }
    }

    @Test
    void a_running_version_that_names_what_is_gone_is_reported_with_its_instances() {
        Map<String, byte[]> unit = unit();
        replace(unit, DIAGRAM, "${closeTicket}", "${archiveTicket}");
        replace(unit, DIAGRAM, "candidateGroups=\"SUPERVISOR\"", "candidateGroups=\"INSPECTOR\"");
        Deployment old = unguarded.deploy("of an older program", unit);
        String definition = repository
                .createProcessDefinitionQuery()
                .deploymentId(old.getId())
                .singleResult()
                .getId();
        try {
            assertThat(stranded(definition)).isEmpty();
            runtime.createProcessInstanceById(definition)
                    .businessKey("T-0")
                    .startBeforeActivity("closeTicket")
                    .execute();

            assertThat(stranded(definition)).singleElement().satisfies(version -> {
                assertThat(version.processKey()).isEqualTo("ticket-handling");
                assertThat(version.running()).isEqualTo(1);
                assertThat(version.findings())
                        .extracting(Finding::code, Finding::element)
                        .containsExactlyInAnyOrder(
                                org.assertj.core.groups.Tuple.tuple("step-unknown", "closeTicket"),
                                org.assertj.core.groups.Tuple.tuple("role-unknown", "reviewTicket"));
            });
            assertThatThrownBy(() -> as.user("requester", running::findings)).isInstanceOf(AccessDeniedException.class);
        } finally {
            repository.deleteDeployment(old.getId(), true);
        }
    }

    @Test
    void a_decision_is_deployed_by_itself_and_agrees_with_the_diagrams_that_ask_it() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        Map<String, byte[]> asking = unit();
        replace(
                asking,
                DIAGRAM,
                "<bpmn:intermediateThrowEvent id=\"ticketConfirmed\"",
                "<bpmn:businessRuleTask id=\"ticketConfirmed\" camunda:decisionRef=\"ticket-urgency\""
                        + " camunda:decisionRefBinding=\"latest\" camunda:mapDecisionResult=\"singleEntry\""
                        + " camunda:resultVariable=\"urgent\"");
        replace(asking, DIAGRAM, "</bpmn:intermediateThrowEvent>", "</bpmn:businessRuleTask>");
        Map<String, byte[]> decision = Map.of("ticket-urgency.dmn", decision("priority"));

        assertThatThrownBy(() -> deploy(asking)).hasMessageContaining("There is no decision \"ticket-urgency\"");
        Deployment first = builder(decision).deploy();
        try {
            assertThat(decisions
                            .evaluateDecisionTableByKey("ticket-urgency", Map.of("priority", "urgent"))
                            .getSingleEntry()
                            .toString())
                    .isEqualTo("true");
            Deployment second = builder(asking).deploy();
            try {
                assertThatThrownBy(() -> deploy(Map.of("ticket-urgency.dmn", decision("colour"))))
                        .hasMessageContaining(
                                "The process \"ticket-handling\" asks this decision but does not set: colour");
            } finally {
                repository.deleteDeployment(second.getId(), true);
            }
            Deployment third =
                    builder(Map.of("ticket-urgency.dmn", decision("colour"))).deploy();
            try {
                assertThatThrownBy(() -> deploy(asking))
                        .hasMessageContaining("reads variables that nobody sets here: colour");
            } finally {
                repository.deleteDeployment(third.getId(), true);
            }
        } finally {
            repository.deleteDeployment(first.getId(), true);
        }
    }

    @Test
    void what_is_stranded_is_told_in_the_health_to_whoever_may_see_how_the_program_fares() throws Exception {
        web.perform(get("/actuator/health").with(httpBasic("admin", "admin123")))
                .andExpect(jsonPath("$.components.runningModels.status").value("UP"))
                .andExpect(
                        jsonPath("$.components.runningModels.details.stranded").isNumber());
        for (String other : List.of("owner", "viewer")) {
            web.perform(get("/actuator/health").with(httpBasic(other, other + "123")))
                    .andExpect(jsonPath("$.status").value("UP"))
                    .andExpect(jsonPath("$.components").doesNotExist());
        }
    }

    private static byte[] decision(String variable) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="tickets" name="Tickets" namespace="x"
                    xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn">
                  <decision id="ticket-urgency" name="Is it urgent?" camunda:historyTimeToLive="P30D">
                    <decisionTable id="table" hitPolicy="FIRST">
                      <input id="in" label="Priority">
                        <inputExpression id="expression" typeRef="string"><text>VARIABLE</text></inputExpression>
                      </input>
                      <output id="out" label="Urgent" name="urgent" typeRef="boolean" />
                      <rule id="r1">
                        <inputEntry id="i1"><text>"high", "urgent"</text></inputEntry>
                        <outputEntry id="o1"><text>true</text></outputEntry>
                      </rule>
                      <rule id="r2">
                        <inputEntry id="i2"><text>-</text></inputEntry>
                        <outputEntry id="o2"><text>false</text></outputEntry>
                      </rule>
                    </decisionTable>
                  </decision>
                  <dmndi:DMNDI><dmndi:DMNDiagram><dmndi:DMNShape dmnElementRef="ticket-urgency">
                    <dc:Bounds height="80" width="180" x="160" y="100" />
                  </dmndi:DMNShape></dmndi:DMNDiagram></dmndi:DMNDI>
                </definitions>
                """
                .replace("VARIABLE", variable)
                .getBytes(StandardCharsets.UTF_8);
    }

    private List<RunningModels.Stranded> stranded(String definition) {
        return as.user("owner", running::findings).stream()
                .filter(version -> version.definitionId().equals(definition))
                .toList();
    }

    private void deploy(Map<String, byte[]> unit) {
        builder(unit).deploy();
    }

    private DeploymentBuilder builder(Map<String, byte[]> unit) {
        DeploymentBuilder deployment =
                repository.createDeployment().name("guarded").source("Camunda Modeler");
        unit.forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
        return deployment;
    }

    private static List<org.camunda.bpm.engine.Problem> problems(ParseException refused, String file) {
        return refused.getResorceReports().stream()
                .filter(report -> report.getResourceName().equals(file))
                .flatMap(report -> report.getErrors().stream())
                .toList();
    }

    private static int lineOf(Map<String, byte[]> unit, String file, String text) {
        String content = new String(unit.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
        return 1
                + (int) content.substring(0, content.indexOf(text))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private static void replace(Map<String, byte[]> unit, String file, String good, String bad) {
        String content = new String(unit.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
        assertThat(content).contains(good);
        unit.put(file, content.replace(good, bad).getBytes(StandardCharsets.UTF_8));
    }

    /** The bundled unit, as a process owner has it in a folder. */
    private static Map<String, byte[]> unit() {
        Map<String, byte[]> unit = new LinkedHashMap<>();
        try (Stream<Path> forms = Files.list(Path.of("forms/tickets"))) {
            unit.put(DIAGRAM, Files.readAllBytes(Path.of("bpmn/tickets", DIAGRAM)));
            for (Path form : forms.sorted().toList()) {
                unit.put(String.valueOf(form.getFileName()), Files.readAllBytes(form));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return unit;
    }
}
