package io.opsflow.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

/** Models that the guard accepts: the ticket's process under other names, and a decision. */
final class TestModels {

    private static final Path DIAGRAM = Path.of("bpmn/tickets/ticket-handling.bpmn");
    private static final Path FORMS = Path.of("forms/tickets");

    private TestModels() {}

    /** A process whose documentation says which edition it is. */
    static ModelUnit process(String key, String edition) {
        return ModelUnit.process(key, diagram(key, edition), forms());
    }

    static String diagram(String key, String edition) {
        return read(DIAGRAM)
                .replace("\"ticket-handling\"", "\"" + key + "\"")
                .replace("From a request", edition + ": from a request");
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
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="rules" name="Rules" namespace="http://camunda.org/schema/1.0/dmn">
                  <decision id="%s" name="Who reviews" camunda:historyTimeToLive="P30D">
                    <decisionTable id="table">
                      <input id="input"><inputExpression id="expression" typeRef="string"><text>priority</text></inputExpression></input>
                      <output id="output" name="reviewer" typeRef="string" />
                      <rule id="rule"><inputEntry id="any"><text></text></inputEntry><outputEntry id="answer"><text>"%s"</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
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

    /** Forgets all that was deployed under a key and what was answered about it. */
    static void forget(RepositoryService repository, ModelUnit.Kind kind, String key) {
        Stream<String> deployments = kind == ModelUnit.Kind.PROCESS
                ? repository.createProcessDefinitionQuery().processDefinitionKey(key).list().stream()
                        .map(definition -> definition.getDeploymentId())
                : repository.createDecisionDefinitionQuery().decisionDefinitionKey(key).list().stream()
                        .map(definition -> definition.getDeploymentId());
        deployments.distinct().toList().forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
