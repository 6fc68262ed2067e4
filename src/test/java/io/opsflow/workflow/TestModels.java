package io.opsflow.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

/** Models that the guard accepts: the ticket's process in several editions, and a decision. */
final class TestModels {

    /** The process. */
    static final String PROCESS = "ticket-handling";

    private static final Path DIAGRAM = Path.of("bpmn/tickets/ticket-handling.bpmn");
    private static final Path FORMS = Path.of("forms/tickets");

    private TestModels() {}

    /** A process whose documentation says which edition it is. */
    static ModelUnit process(String edition) {
        return ModelUnit.process(PROCESS, diagram(edition), forms());
    }

    static String diagram(String edition) {
        return read(DIAGRAM).replace("From a request", edition + ": from a request");
    }

    static Map<String, String> forms() {
        try (Stream<Path> files = Files.list(FORMS)) {
            Map<String, String> forms = new TreeMap<>();
            files.forEach(file -> forms.put(file.getFileName().toString().replace(".form", ""), read(file)));
            return forms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ModelUnit decision(String key, String answer) {
        return ModelUnit.decision(
                key,
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="rules" name="Rules" namespace="http://camunda.org/schema/1.0/dmn">
                  <decision id="%1$s" name="Who reviews" camunda:historyTimeToLive="P30D">
                    <decisionTable id="table">
                      <input id="input" label="Priority"><inputExpression id="expression" typeRef="string"><text>priority</text></inputExpression></input>
                      <output id="output" name="reviewer" typeRef="string" />
                      <rule id="rule"><inputEntry id="any"><text></text></inputEntry><outputEntry id="answer"><text>"%2$s"</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                  <dmndi:DMNDI>
                    <dmndi:DMNDiagram>
                      <dmndi:DMNShape dmnElementRef="%1$s"><dc:Bounds height="80" width="180" x="160" y="100" /></dmndi:DMNShape>
                    </dmndi:DMNDiagram>
                  </dmndi:DMNDI>
                </definitions>
                """
                        .formatted(key, answer));
    }

    /** Deploys a unit as a process owner does it from Camunda Modeler. */
    static Deployment deployLive(RepositoryService repository, ModelUnit unit) {
        DeploymentBuilder deployment =
                repository.createDeployment().source("Camunda Modeler").name(unit.key());
        unit.files().forEach(deployment::addString);
        return deployment.deploy();
    }

    /** The deployments of all versions of the process and of a decision. */
    static Set<String> deployments(RepositoryService repository, String decision) {
        Set<String> deployments = new HashSet<>();
        repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(PROCESS)
                .list()
                .forEach(definition -> deployments.add(definition.getDeploymentId()));
        repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .list()
                .forEach(definition -> deployments.add(definition.getDeploymentId()));
        return deployments;
    }

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
