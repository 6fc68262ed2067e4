package io.opsflow.workflow;

import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * A small module of its own: balloons are launched by a job, which fails in bad weather, and then come home. Balloons with
 * an even number are secret to whoever is not an administrator.
 */
@TestConfiguration(proxyBeanMethods = false)
public class Weather {

    @Bean
    Balloons balloons(
            RepositoryService repository,
            ManagementService management,
            HistoryService history,
            ObjectProvider<Processes> processes) {
        return new Balloons(repository, management, history, processes);
    }

    @Bean
    ProcessStep launchBalloon() {
        return new LaunchBalloon();
    }

    /** The step that fails. */
    static final class LaunchBalloon implements ProcessStep {

        static volatile @Nullable String bad;

        @Override
        public void run(DelegateExecution execution) {
            String weather = bad;
            if (weather != null) {
                throw new IllegalStateException(weather);
            }
        }
    }

    /** What tests do with balloons. */
    public static final class Balloons implements ProcessSubject {

        private static final AtomicInteger NUMBERS = new AtomicInteger(100);
        private static final String DIAGRAM =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
                  <bpmn:process id="%s" name="Balloon flight" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:extensionElements><camunda:properties>
                      <camunda:property name="name.zh_CN" value="气球飞行" />
                    </camunda:properties></bpmn:extensionElements>
                    <bpmn:startEvent id="flightOrdered"/>
                    <bpmn:sequenceFlow id="toLaunch" sourceRef="flightOrdered" targetRef="launchBalloon"/>
                    <bpmn:serviceTask id="launchBalloon" name="Launch balloon" camunda:asyncBefore="true" camunda:delegateExpression="${launchBalloon}">
                      <bpmn:extensionElements><camunda:failedJobRetryTimeCycle>R1/PT1S</camunda:failedJobRetryTimeCycle></bpmn:extensionElements>
                    </bpmn:serviceTask>
                    <bpmn:sequenceFlow id="toHome" sourceRef="launchBalloon" targetRef="bringHome"/>
                    <bpmn:userTask id="bringHome" name="Bring home" camunda:candidateGroups="SUPERVISOR">
                      <bpmn:extensionElements><camunda:properties>
                        <camunda:property name="status" value="waiting" />
                        <camunda:property name="action" value="finish" />
                      </camunda:properties></bpmn:extensionElements>
                    </bpmn:userTask>
                    <bpmn:boundaryEvent id="balloonLost" name="Lost" attachedToRef="bringHome">
                      <bpmn:messageEventDefinition id="lostDefinition" messageRef="lostMessage"/>
                    </bpmn:boundaryEvent>
                    <bpmn:sequenceFlow id="toLost" sourceRef="balloonLost" targetRef="gone"/>
                    <bpmn:endEvent id="gone"/>
                    <bpmn:sequenceFlow id="toEnd" sourceRef="bringHome" targetRef="landed"/>
                    <bpmn:endEvent id="landed" name="Landed"/>
                  </bpmn:process>
                  <bpmn:message id="lostMessage" name="balloons.lost"/>
                </bpmn:definitions>
                """;

        private final RepositoryService repository;
        private final ManagementService management;
        private final HistoryService history;
        private final ObjectProvider<Processes> processes;

        Balloons(
                RepositoryService repository,
                ManagementService management,
                HistoryService history,
                ObjectProvider<Processes> processes) {
            this.history = history;
            this.repository = repository;
            this.management = management;
            this.processes = processes;
        }

        /** Deploys a version of the flight under a key. */
        public void deploy(String processKey) {
            BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(
                    DIAGRAM.formatted(processKey).strip().getBytes(StandardCharsets.UTF_8)));
            repository
                    .createDeployment()
                    .name(processKey)
                    .addModelInstance(processKey + ".bpmn", model)
                    .deploy();
        }

        /** Orders a flight as whoever acts; its launch is a job that has not run. */
        public String order(String processKey) {
            String key = "B-" + NUMBERS.incrementAndGet();
            processes.getObject().start(processKey, key);
            return key;
        }

        /** Runs the launch of a flight, in good weather or in bad one. */
        public void launch(String objectKey, @Nullable String badWeather) {
            LaunchBalloon.bad = badWeather;
            try {
                management.executeJob(job(objectKey));
            } catch (RuntimeException failed) {
                if (badWeather == null) {
                    throw failed;
                }
            } finally {
                LaunchBalloon.bad = null;
            }
        }

        /** A flight whose launch failed for good. */
        public String failed(String processKey, String badWeather) {
            String key = order(processKey);
            launch(key, badWeather);
            return key;
        }

        /** The job that launches a flight. */
        public String job(String objectKey) {
            return management
                    .createJobQuery()
                    .processInstanceId(instance(objectKey))
                    .singleResult()
                    .getId();
        }

        /** The instance of a flight. */
        public String instance(String objectKey) {
            return history.createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(objectKey)
                    .singleResult()
                    .getId();
        }

        /** Brings a flight to its end as whoever acts. */
        public void land(String objectKey) {
            processes.getObject().complete(objectKey, "finish", new Answers(Map.of()));
        }

        @Override
        public String prefix() {
            return "B";
        }

        @Override
        public Set<String> statuses() {
            return Set.of("waiting");
        }

        @Override
        public Subject describe(String objectKey) {
            return new Subject("Balloon " + objectKey, Urgency.MEDIUM, null);
        }

        @Override
        public boolean isVisible(String objectKey) {
            return Integer.parseInt(objectKey.substring(2)) % 2 == 1 || Actor.may(Permissions.PROCESSES_OPERATE);
        }

        @Override
        public Map<String, String> visibleTitles(Collection<String> objectKeys) {
            return objectKeys.stream()
                    .filter(this::isVisible)
                    .collect(Collectors.toMap(
                            Function.identity(), key -> describe(key).title()));
        }

        @Override
        public void check(Completion completion) {}

        @Override
        public void entered(StateEntered state) {}
    }
}
