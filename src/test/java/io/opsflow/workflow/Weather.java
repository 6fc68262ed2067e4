package io.opsflow.workflow;

import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
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
            ProcessEngine engine,
            ManagementService management,
            HistoryService history,
            ObjectProvider<Processes> processes) {
        return new Balloons(engine, management, history, processes);
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
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
                  <bpmn:process id="%1$s" name="Balloon flight" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:extensionElements><camunda:properties>
                      <camunda:property name="name.zh_CN" value="气球飞行" />
                    </camunda:properties></bpmn:extensionElements>
                    <bpmn:startEvent id="flightOrdered" name="Flight ordered"/>
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
                    <bpmn:endEvent id="gone" name="Gone"/>
                    <bpmn:sequenceFlow id="toEnd" sourceRef="bringHome" targetRef="landed"/>
                    <bpmn:endEvent id="landed" name="Landed"/>
                  </bpmn:process>
                  <bpmn:message id="lostMessage" name="balloons.lost"/>
                  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="%1$s">
                    <bpmndi:BPMNShape id="flightOrderedShape" bpmnElement="flightOrdered"><dc:Bounds x="150" y="112" width="36" height="36"/></bpmndi:BPMNShape>
                    <bpmndi:BPMNShape id="launchBalloonShape" bpmnElement="launchBalloon"><dc:Bounds x="240" y="90" width="110" height="80"/></bpmndi:BPMNShape>
                    <bpmndi:BPMNShape id="bringHomeShape" bpmnElement="bringHome"><dc:Bounds x="410" y="90" width="110" height="80"/></bpmndi:BPMNShape>
                    <bpmndi:BPMNShape id="balloonLostShape" bpmnElement="balloonLost"><dc:Bounds x="447" y="152" width="36" height="36"/></bpmndi:BPMNShape>
                    <bpmndi:BPMNShape id="goneShape" bpmnElement="gone"><dc:Bounds x="580" y="212" width="36" height="36"/></bpmndi:BPMNShape>
                    <bpmndi:BPMNShape id="landedShape" bpmnElement="landed"><dc:Bounds x="580" y="112" width="36" height="36"/></bpmndi:BPMNShape>
                    <bpmndi:BPMNEdge id="toLaunchEdge" bpmnElement="toLaunch"><di:waypoint x="186" y="130"/><di:waypoint x="240" y="130"/></bpmndi:BPMNEdge>
                    <bpmndi:BPMNEdge id="toHomeEdge" bpmnElement="toHome"><di:waypoint x="350" y="130"/><di:waypoint x="410" y="130"/></bpmndi:BPMNEdge>
                    <bpmndi:BPMNEdge id="toLostEdge" bpmnElement="toLost"><di:waypoint x="465" y="188"/><di:waypoint x="465" y="230"/><di:waypoint x="580" y="230"/></bpmndi:BPMNEdge>
                    <bpmndi:BPMNEdge id="toEndEdge" bpmnElement="toEnd"><di:waypoint x="520" y="130"/><di:waypoint x="580" y="130"/></bpmndi:BPMNEdge>
                  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
                </bpmn:definitions>
                """;

        private final ProcessEngine engine;
        private final ManagementService management;
        private final HistoryService history;
        private final ObjectProvider<Processes> processes;

        Balloons(
                ProcessEngine engine,
                ManagementService management,
                HistoryService history,
                ObjectProvider<Processes> processes) {
            this.history = history;
            this.engine = engine;
            this.management = management;
            this.processes = processes;
        }

        /** Deploys a version of the flight under a key. */
        public void deploy(String processKey) {
            new Unguarded(engine)
                    .deploy(
                            processKey,
                            Map.of(
                                    processKey + ".bpmn",
                                    DIAGRAM.formatted(processKey).getBytes(StandardCharsets.UTF_8)));
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
