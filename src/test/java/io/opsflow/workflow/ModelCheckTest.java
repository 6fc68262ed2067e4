package io.opsflow.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.opsflow.kernel.RuleViolated;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One good model, and for each check an example that breaks just that. */
class ModelCheckTest {

    private static final Path BUNDLES = Path.of("src/main/resources/i18n");

    private static final String DIAGRAM =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="lamps" targetNamespace="http://opsflow.io/lamps">
              <bpmn:process id="lamp-repair" name="Lamp repair" isExecutable="true" camunda:historyTimeToLive="P30D">
                <bpmn:documentation>How lamps are repaired.</bpmn:documentation>
                <bpmn:extensionElements><camunda:properties>
                  <camunda:property name="name.zh_CN" value="修灯" />
                  <camunda:property name="documentation.zh_CN" value="如何修灯。" />
                </camunda:properties></bpmn:extensionElements>
                <bpmn:startEvent id="lampBroken" name="Lamp broken">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="name.zh_CN" value="灯坏了" />
                  </camunda:properties></bpmn:extensionElements>
                </bpmn:startEvent>
                <bpmn:sequenceFlow id="toInspection" sourceRef="lampBroken" targetRef="inspectLamp" />
                <bpmn:userTask id="inspectLamp" name="Inspect lamp" camunda:formRef="inspect-lamp" camunda:formRefBinding="deployment" camunda:candidateGroups="ENGINEER,g-night">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="status" value="broken" />
                    <camunda:property name="action" value="inspect" />
                    <camunda:property name="name.zh_CN" value="检查" />
                  </camunda:properties></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:boundaryEvent id="lampStolen" name="Lamp stolen" attachedToRef="inspectLamp">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="name.zh_CN" value="灯被偷" />
                  </camunda:properties></bpmn:extensionElements>
                  <bpmn:messageEventDefinition id="lampStolenDefinition" messageRef="lampStolenMessage" />
                </bpmn:boundaryEvent>
                <bpmn:sequenceFlow id="toStolen" sourceRef="lampStolen" targetRef="stolen" />
                <bpmn:endEvent id="stolen" name="Gone">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="status" value="gone" />
                    <camunda:property name="name.zh_CN" value="没了" />
                  </camunda:properties></bpmn:extensionElements>
                </bpmn:endEvent>
                <bpmn:sequenceFlow id="toDecision" sourceRef="inspectLamp" targetRef="isRepairable" />
                <bpmn:exclusiveGateway id="isRepairable" name="Repairable?" default="notRepairable">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="name.zh_CN" value="能修吗？" />
                  </camunda:properties></bpmn:extensionElements>
                </bpmn:exclusiveGateway>
                <bpmn:sequenceFlow id="notRepairable" sourceRef="isRepairable" targetRef="stolen" />
                <bpmn:sequenceFlow id="isWorthIt" sourceRef="isRepairable" targetRef="swapBulb">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${repairable and watts &lt; 60}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:serviceTask id="swapBulb" name="Swap bulb" camunda:asyncBefore="true" camunda:delegateExpression="${swapBulb}">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="name.zh_CN" value="换灯泡" />
                  </camunda:properties></bpmn:extensionElements>
                </bpmn:serviceTask>
                <bpmn:boundaryEvent id="noBulbs" name="No bulbs" attachedToRef="swapBulb">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="name.zh_CN" value="没有灯泡" />
                  </camunda:properties></bpmn:extensionElements>
                  <bpmn:errorEventDefinition id="noBulbsDefinition" errorRef="noBulbsError" />
                </bpmn:boundaryEvent>
                <bpmn:sequenceFlow id="toNoBulbs" sourceRef="noBulbs" targetRef="stolen" />
                <bpmn:sequenceFlow id="toShining" sourceRef="swapBulb" targetRef="lampShines" />
                <bpmn:endEvent id="lampShines" name="Lamp shines">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="name.zh_CN" value="灯亮了" />
                  </camunda:properties></bpmn:extensionElements>
                </bpmn:endEvent>
              </bpmn:process>
              <bpmn:message id="lampStolenMessage" name="lamps.stolen" />
              <bpmn:error id="noBulbsError" name="No bulbs" errorCode="no-bulbs" />
              <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="lamp-repair">DRAWN</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
            </bpmn:definitions>
            """
                    .replace(
                            "DRAWN",
                            Stream.of(
                                                    "lampBroken",
                                                    "inspectLamp",
                                                    "lampStolen",
                                                    "stolen",
                                                    "isRepairable",
                                                    "swapBulb",
                                                    "noBulbs",
                                                    "lampShines")
                                            .map(ModelCheckTest::shape)
                                            .collect(Collectors.joining())
                                    + Stream.of(
                                                    "toInspection",
                                                    "toStolen",
                                                    "toDecision",
                                                    "notRepairable",
                                                    "isWorthIt",
                                                    "toNoBulbs",
                                                    "toShining")
                                            .map(ModelCheckTest::edge)
                                            .collect(Collectors.joining()));

    private static final String MESSAGE =
            "<bpmn:messageEventDefinition id=\"lampStolenDefinition\" messageRef=\"lampStolenMessage\" />";

    private static final String SWAP_BULB =
            "<bpmn:serviceTask id=\"swapBulb\" name=\"Swap bulb\" camunda:asyncBefore=\"true\" "
                    + "camunda:delegateExpression=\"${swapBulb}\">";

    private static final String FORM =
            """
            {"id": "inspect-lamp", "type": "default", "schemaVersion": 16, "components": [
              {"id": "a", "key": "repairable", "type": "radio", "label": "Repairable?",
               "values": [{"label": "Yes", "value": "true"}, {"label": "No", "value": "false"}],
               "properties": {"label.zh_CN": "能修吗？", "option.true.zh_CN": "能", "option.false.zh_CN": "不能"}},
              {"id": "b", "key": "watts", "type": "number", "label": "Watts", "validate": {"min": 1},
               "properties": {"label.zh_CN": "瓦数"}},
              {"id": "c", "key": "helper", "type": "select", "label": "Helper",
               "properties": {"label.zh_CN": "帮手", "people": "ENGINEER"}},
              {"id": "d", "key": "comment", "type": "textarea", "label": "Comment",
               "validate": {"maxLength": 4000, "pattern": "^[^<]*$", "patternErrorMessage": "No tags."},
               "properties": {"label.zh_CN": "说明", "validate.patternErrorMessage.zh_CN": "不要标签。",
                              "requiredWhen": "repairable=false"}}]}
            """;

    private static final String DECISION =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/"
                xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                id="lampDecisions" name="Lamps" namespace="http://opsflow.io/lamps">
              <decision id="lamp-priority" name="Lamp priority" camunda:historyTimeToLive="P30D">
                <decisionTable id="table" hitPolicy="FIRST">
                  <input id="watts" label="Watts">
                    <inputExpression id="wattsExpression" typeRef="integer"><text>watts</text></inputExpression>
                  </input>
                  <output id="urgency" label="Urgency" name="urgency" typeRef="string" />
                  <rule id="r1">
                    <inputEntry id="a1"><text>&lt; 60</text></inputEntry>
                    <outputEntry id="b1"><text>"low"</text></outputEntry>
                  </rule>
                </decisionTable>
              </decision>
              <dmndi:DMNDI><dmndi:DMNDiagram>
                <dmndi:DMNShape dmnElementRef="lamp-priority"><dc:Bounds height="80" width="180" x="160" y="100" /></dmndi:DMNShape>
              </dmndi:DMNDiagram></dmndi:DMNDI>
            </definitions>
            """;

    private static final Vocabulary VOCABULARY = Vocabulary.of(
                    List.of(LampProcess.class),
                    List.of(new Lamps()),
                    List.of(SwapBulb.class, OrderBulb.class),
                    List.of(NoBulbs.class))
            .with(
                    Set.of("ENGINEER", "SUPERVISOR"),
                    Set.of("g-night", "g-roof"),
                    Map.of(
                            "lamp-priority",
                            new Vocabulary.Decision(Set.of("watts"), Map.of("lamp-repair", Set.of("watts", "room"))),
                            "lamp-colour",
                            new Vocabulary.Decision(Set.of("colour"), Map.of())));

    /** What findings are put into. */
    private static final Set<String> SENTENCES =
            Set.of("model.in-file", "model.in-element", "model.refused", "model.stranded");

    /** One bad example: what is replaced in the good model by what, and what is found then. */
    record Bad(String code, String element, String file, String good, String bad) {

        @Override
        public String toString() {
            return code + ": " + bad.lines().findFirst().orElse("nothing");
        }
    }

    static Stream<Bad> badDiagrams() {
        return Stream.of(
                diagram("not-xml", "", "<bpmn:definitions", "<!DOCTYPE a [<!ENTITY x \"y\">]><bpmn:definitions"),
                diagram("not-xml", "", "</bpmn:definitions>", ""),
                diagram("not-bpmn", "", "bpmn:userTask", "bpmn:usefulTask"),
                diagram(
                        "one-process",
                        "",
                        "<bpmn:message ",
                        "<bpmn:process id=\"second\" isExecutable=\"true\" /><bpmn:message "),
                diagram("too-many-elements", "", "<bpmn:sequenceFlow id=\"toInspection\"", tasks(1_000)),
                diagram("too-many-flows", "", "<bpmn:sequenceFlow id=\"toInspection\"", flows(2_000)),
                diagram("process-id", "repair", "lamp-repair", "repair"),
                diagram("process-unknown", "repair", "lamp-repair", "repair"),
                diagram("process-name", "lamp-repair", "name=\"Lamp repair\"", ""),
                diagram("process-documentation", "lamp-repair", "How lamps are repaired.", " "),
                diagram("time-to-live", "lamp-repair", "camunda:historyTimeToLive=\"P30D\"", ""),
                diagram("time-to-live", "lamp-repair", "\"P30D\"", "\"a month\""),
                diagram("time-to-live", "lamp-repair", "\"P30D\"", "\"P1M\""),
                diagram("text-too-long", "inspectLamp", "\"Inspect lamp\"", "\"" + "x".repeat(201) + "\""),
                diagram("id-twice", "inspectLamp", "\"swapBulb\"", "\"inspectLamp\""),
                diagram("start-one", "lamp-repair", "bpmn:startEvent", "bpmn:intermediateCatchEvent"),
                diagram(
                        "start-by-itself",
                        "lampBroken",
                        "</bpmn:startEvent>",
                        timer("timeCycle", "R3/PT1H") + "</bpmn:startEvent>"),
                diagram("unreachable", "inspectLamp", "targetRef=\"inspectLamp\"", "targetRef=\"stolen\""),
                diagram("unreachable", "lampStolen", "targetRef=\"inspectLamp\"", "targetRef=\"stolen\""),
                diagram("dead-end", "swapBulb", "sourceRef=\"swapBulb\"", "sourceRef=\"lampBroken\""),
                diagram("dead-end", "lampStolen", "sourceRef=\"lampStolen\"", "sourceRef=\"lampBroken\""),
                timerInstead("timer-duration", "timeDuration", "4 hours"),
                timerInstead("timer-duration", "timeDuration", "P1W2D"),
                timerInstead("timer-duration", "timeDuration", "P400Y"),
                timerInstead("timer-duration", "timeDuration", "PT0S"),
                timerInstead("timer-duration", "timeDuration", "${comment}"),
                timerInstead("timer-cycle", "timeCycle", "0 0/5 * * * ?"),
                timerInstead("timer-cycle", "timeCycle", "R/PT1H"),
                timerInstead("timer-cycle", "timeCycle", "R3/PT1S"),
                timerInstead("timer-cycle", "timeCycle", "R3/2026-12-01T09:00:00/PT1H"),
                timerInstead("timer-date", "timeDate", "2026-12-01T09:00:00"),
                timerInstead("timer-date", "timeDate", "tomorrow"),
                timerInstead("timer-date", "timeDate", "${room}"),
                diagram("timer-empty", "lampStolen", MESSAGE, "<bpmn:timerEventDefinition id=\"t\" />"),
                diagram(
                        "deadline",
                        "inspectLamp",
                        "camunda:formRefBinding",
                        "camunda:dueDate=\"soon\" camunda:formRefBinding"),
                diagram(
                        "deadline",
                        "inspectLamp",
                        "camunda:formRefBinding",
                        "camunda:followUpDate=\"${room}\" camunda:formRefBinding"),
                diagram(
                        "priority",
                        "inspectLamp",
                        "camunda:formRefBinding",
                        "camunda:priority=\"high\" camunda:formRefBinding"),
                diagram(
                        "priority",
                        "swapBulb",
                        "camunda:asyncBefore=\"true\"",
                        "camunda:asyncBefore=\"true\" camunda:jobPriority=\"900\""),
                extension("retry", "<camunda:failedJobRetryTimeCycle>often</camunda:failedJobRetryTimeCycle>"),
                extension("retry", "<camunda:failedJobRetryTimeCycle>R5/P30D</camunda:failedJobRetryTimeCycle>"),
                diagram(
                        "remote-in-click",
                        "orderBulb",
                        "\"swapBulb\"",
                        "\"orderBulb\"",
                        "${swapBulb}",
                        "${orderBulb}",
                        "camunda:asyncBefore=\"true\"",
                        ""),
                diagram("remote-once", "orderBulb", "\"swapBulb\"", "\"orderBulb\"", "${swapBulb}", "${orderBulb}"),
                repeated("repetition", "<bpmn:multiInstanceLoopCharacteristics />"),
                repeated(
                        "repetition",
                        "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>100000</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>"),
                repeated(
                        "repetition",
                        "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"room\""
                                + " camunda:elementVariable=\"one\" />"),
                repeated("element-kind", "<bpmn:standardLoopCharacteristics />"),
                repeated(
                        "element-kind",
                        "<bpmn:potentialOwner><bpmn:resourceAssignmentExpression><bpmn:formalExpression>user(demo)</bpmn:formalExpression></bpmn:resourceAssignmentExpression></bpmn:potentialOwner>"),
                diagram(
                        "gateway-without-default",
                        "isRepairable",
                        "default=\"notRepairable\"",
                        "",
                        "targetRef=\"stolen\" />\n    <bpmn:sequenceFlow id=\"isWorthIt\"",
                        "targetRef=\"stolen\"><bpmn:conditionExpression"
                                + " xsi:type=\"bpmn:tFormalExpression\">${!repairable}</bpmn:conditionExpression></bpmn:sequenceFlow>\n"
                                + "    <bpmn:sequenceFlow id=\"isWorthIt\""),
                diagram("default-elsewhere", "isRepairable", "default=\"notRepairable\"", "default=\"toShining\""),
                diagram("default-with-condition", "isRepairable", "default=\"notRepairable\"", "default=\"isWorthIt\""),
                diagram(
                        "condition-unread",
                        "isRepairable",
                        "bpmn:exclusiveGateway",
                        "bpmn:parallelGateway",
                        "default=\"notRepairable\"",
                        ""),
                condition("condition-not-a-flag", "${watts}"),
                diagram(
                        "error-unheard",
                        "lampShines",
                        "</bpmn:extensionElements>\n    </bpmn:endEvent>\n  </bpmn:process>",
                        "</bpmn:extensionElements><bpmn:errorEventDefinition errorRef=\"darkError\" />\n"
                                + "    </bpmn:endEvent>\n"
                                + "  </bpmn:process>",
                        "<bpmn:message ",
                        "<bpmn:error id=\"darkError\" errorCode=\"dark\" /><bpmn:message "),
                call("called-unknown", "calledElement=\"bulb-swapping\"", ""),
                call("called-binding", "calledElement=\"lamp-repair\" camunda:calledElementBinding=\"deployment\"", ""),
                call("called-without-object", "calledElement=\"lamp-repair\"", ""),
                rules("decision-result", "camunda:decisionRef=\"lamp-priority\" camunda:decisionRefBinding=\"latest\""),
                rules("decision-lacks", "camunda:decisionRef=\"lamp-colour\" camunda:decisionRefBinding=\"latest\""),
                diagram("role-unknown", "inspectLamp", "ENGINEER,g-night", "ELECTRICIAN"),
                diagram("role-unknown", "inspectLamp", "ENGINEER,g-night", "engineer"),
                diagram("group-unknown", "inspectLamp", "g-night", "g-day"),
                diagram("process-not-executable", "lamp-repair", "isExecutable=\"true\"", "isExecutable=\"false\""),
                diagram(
                        "start-later",
                        "lampBroken",
                        "id=\"lampBroken\"",
                        "id=\"lampBroken\" camunda:asyncAfter=\"true\""),
                diagram("element-kind", "inspectLamp", "bpmn:userTask", "bpmn:transaction"),
                diagram(
                        "element-kind",
                        "lampStolen",
                        "<bpmn:messageEventDefinition id=\"lampStolenDefinition\" messageRef=\"lampStolenMessage\" />",
                        "<bpmn:signalEventDefinition id=\"signal\" />"),
                diagram("generated-id", "Activity_0x7f3ab", "inspectLamp", "Activity_0x7f3ab"),
                diagram("name-missing", "inspectLamp", "name=\"Inspect lamp\"", ""),
                diagram("not-drawn", "inspectLamp", shape("inspectLamp"), ""),
                diagram("not-drawn", "toShining", edge("toShining"), ""),
                diagram("not-translated", "inspectLamp", "<camunda:property name=\"name.zh_CN\" value=\"检查\" />", ""),
                diagram(
                        "not-translated",
                        "lamp-repair",
                        "<camunda:property name=\"documentation.zh_CN\" value=\"如何修灯。\" />",
                        ""),
                diagram(
                        "script",
                        "swapBulb",
                        "<bpmn:serviceTask id=\"swapBulb\" name=\"Swap bulb\" camunda:asyncBefore=\"true\" "
                                + "camunda:delegateExpression=\"${swapBulb}\">",
                        "<bpmn:scriptTask id=\"swapBulb\" name=\"Swap bulb\" scriptFormat=\"javascript\">",
                        "</bpmn:serviceTask>",
                        "<bpmn:script>1</bpmn:script></bpmn:scriptTask>"),
                diagram(
                        "script",
                        "isWorthIt",
                        "xsi:type=\"bpmn:tFormalExpression\"",
                        "xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\""),
                extension(
                        "script",
                        "<camunda:inputOutput><camunda:inputParameter name=\"x\"><camunda:script"
                                + " scriptFormat=\"groovy\">1"
                                + "</camunda:script></camunda:inputParameter></camunda:inputOutput>"),
                diagram(
                        "java-class",
                        "swapBulb",
                        "camunda:delegateExpression=\"${swapBulb}\"",
                        "camunda:class=\"a.B\""),
                diagram(
                        "java-expression",
                        "swapBulb",
                        "camunda:delegateExpression=\"${swapBulb}\"",
                        "camunda:expression=\"${swapBulb.run(execution)}\""),
                diagram(
                        "external-task",
                        "swapBulb",
                        "camunda:delegateExpression=\"${swapBulb}\"",
                        "camunda:type=\"external\" camunda:topic=\"bulbs\""),
                extension("connector", "<camunda:connector />"),
                extension("listener", "<camunda:executionListener class=\"a.B\" event=\"start\" />"),
                extension("listener", "<camunda:executionListener delegateExpression=\"${swapBulb}\" event=\"end\" />"),
                extension("foreign-element", "<camunda:field name=\"x\" stringValue=\"y\" />"),
                diagram(
                        "foreign-attribute",
                        "inspectLamp",
                        "camunda:candidateGroups=\"ENGINEER,g-night\"",
                        "camunda:candidateGroups=\"ENGINEER\" camunda:candidateUsers=\"demo\""),
                diagram(
                        "foreign-attribute",
                        "inspectLamp",
                        "camunda:candidateGroups=\"ENGINEER,g-night\"",
                        "camunda:candidateGroups=\"ENGINEER\" camunda:formKey=\"embedded:app:a.html\""),
                diagram("step-missing", "swapBulb", "camunda:delegateExpression=\"${swapBulb}\"", ""),
                diagram("step-expression", "swapBulb", "\"${swapBulb}\"", "\"${swapBulb.toString()}\""),
                diagram("step-unknown", "swapBulb", "\"${swapBulb}\"", "\"${dataSource}\""),
                diagram("step-id", "changeIt", "\"swapBulb\"", "\"changeIt\""),
                condition("expression-not-simple", "${repairable.getClass()}"),
                condition("expression-not-simple", "${execution.processEngineServices}"),
                condition("expression-not-simple", "${''['class']}"),
                condition("expression-not-simple", "${empty(watts) ? x() : y}"),
                condition("condition-not-an-expression", "repairable"),
                condition("variable-unknown", "${execution == null}"),
                condition("variable-unknown", "${colour == 'red'}"),
                diagram("expression-not-simple", "inspectLamp", "\"Inspect lamp\"", "\"${lamps.delete()}\""),
                diagram(
                        "expression-not-simple",
                        "lampStolen",
                        "<bpmn:messageEventDefinition id=\"lampStolenDefinition\" messageRef=\"lampStolenMessage\" />",
                        "<bpmn:timerEventDefinition id=\"t\"><bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">"
                                + "${runtimeService.x}</bpmn:timeDuration></bpmn:timerEventDefinition>"),
                diagram("form-missing", "inspectLamp", "camunda:formRef=\"inspect-lamp\"", ""),
                diagram("form-binding", "inspectLamp", "formRefBinding=\"deployment\"", "formRefBinding=\"latest\""),
                diagram("form-unknown", "inspectLamp", "formRef=\"inspect-lamp\"", "formRef=\"look-at-lamp\""),
                diagram("nobody", "inspectLamp", "camunda:candidateGroups=\"ENGINEER,g-night\"", ""),
                diagram(
                        "assignee-not-a-variable",
                        "inspectLamp",
                        "camunda:candidateGroups=\"ENGINEER,g-night\"",
                        "camunda:assignee=\"demo\""),
                diagram("status-missing", "inspectLamp", "<camunda:property name=\"status\" value=\"broken\" />", ""),
                diagram("status-unknown", "inspectLamp", "value=\"broken\"", "value=\"shattered\""),
                diagram("status-unknown", "stolen", "value=\"gone\"", "value=\"shattered\""),
                diagram("action-missing", "inspectLamp", "<camunda:property name=\"action\" value=\"inspect\" />", ""),
                diagram("action-form", "inspectLamp", "value=\"inspect\"", "value=\"Look at it\""),
                diagram("gateway-incomplete", "isRepairable", "default=\"notRepairable\"", ""),
                diagram("message-unknown", "lampStolen", "name=\"lamps.stolen\"", "name=\"lamps.found\""),
                diagram("message-missing", "", "name=\"lamps.stolen\"", "name=\"lamps.found\""),
                diagram("error-unknown", "noBulbs", "errorCode=\"no-bulbs\"", "errorCode=\"no-ladder\""),
                rules("decision-unknown", "camunda:decisionRef=\"unknown\" camunda:decisionRefBinding=\"latest\""),
                rules("decision-binding", "camunda:decisionRef=\"lamp-priority\""));
    }

    static Stream<Bad> badForms() {
        return Stream.of(
                form("form-file-name", "", "\"inspect-lamp\"", "\"look-at-lamp\""),
                form("form-unused", "", "\"inspect-lamp\"", "\"look-at-lamp\""),
                form("form-too-large", "", "\"Comment\"", "\"" + "x".repeat(300_000) + "\""),
                form("form-not-json", "", "\"components\"", "components"),
                form("form-not-a-form", "", "\"components\"", "\"fields\""),
                form("form-without-id", "", "\"id\": \"inspect-lamp\"", "\"name\": \"inspect-lamp\""),
                form("form-version", "", "\"schemaVersion\": 16", "\"schemaVersion\": 19"),
                form(
                        "form-too-many-fields",
                        "",
                        "\"components\": [",
                        "\"components\": [" + "{\"id\": \"x\", \"type\": \"text\"},".repeat(201)),
                form("field-type", "comment", "\"textarea\"", "\"html\""),
                form("field-type", "comment", "\"textarea\"", "\"expression\""),
                form("field-id", "comment", "\"id\": \"d\"", "\"id\": \"a\""),
                form("field-key", "my comment", "\"key\": \"comment\"", "\"key\": \"my comment\""),
                form("field-twice", "watts", "\"key\": \"comment\"", "\"key\": \"watts\""),
                form("field-without-label", "comment", "\"label\": \"Comment\"", "\"label\": \"\""),
                form("field-attribute", "comment", "\"label\": \"Comment\"", "\"label\": \"C\", \"conditional\": {}"),
                form("field-attribute", "repairable", "\"values\":", "\"valuesKey\":"),
                form("field-attribute", "watts", "\"min\": 1", "\"step\": 1"),
                form("field-attribute", "comment", "\"maxLength\": 4000", "\"validationType\": \"iban\""),
                form("field-program", "comment", "\"Comment\"", "\"=concat(a, b)\""),
                form("field-program", "comment", "\"Comment\"", "\"{{secret}}\""),
                form("field-program", "comment", "\"Comment\"", "\"@error.key\""),
                form("field-subtype", "comment", "\"textarea\"", "\"datetime\", \"subtype\": \"week\""),
                form("field-option", "repairable", "\"value\": \"false\"", "\"value\": \"true\""),
                form("field-options", "helper", ", \"people\": \"ENGINEER\"", ""),
                form("field-people", "helper", "\"people\": \"ENGINEER\"", "\"people\": \"WIZARD\""),
                form("field-pattern", "comment", "^[^<]*$", "(["),
                form("field-pattern", "comment", "^[^<]*$", "((){9999}){9999}"),
                form("field-number", "watts", "\"min\": 1", "\"min\": \"few\""),
                form("field-too-long", "comment", "4000", "50000"),
                form("field-required-when", "comment", "repairable=false", "broken=yes"),
                form("field-required-when", "comment", "repairable=false", "repairable"),
                form("field-shows-nothing", "comment", "\"textarea\"", "\"textarea\", \"readonly\": true"),
                form("field-kind-flag", "repairable", "\"value\": \"false\"", "\"value\": \"no\""),
                form("field-kind-number", "watts", "\"type\": \"number\"", "\"type\": \"textfield\""),
                form("field-kind-text", "room", "\"key\": \"watts\"", "\"key\": \"room\""),
                form("field-kind-instant", "brokenSince", "\"key\": \"comment\"", "\"key\": \"brokenSince\""),
                form("not-translated", "comment", "\"label.zh_CN\": \"说明\"", "\"x\": \"y\""),
                form("not-translated", "repairable", "\"option.true.zh_CN\": \"能\"", "\"x\": \"y\""),
                form("not-translated", "comment", "\"validate.patternErrorMessage.zh_CN\": \"不要标签。\"", "\"x\": \"y\""));
    }

    static Stream<Bad> badDecisions() {
        return Stream.of(
                decision(
                        "not-xml",
                        "",
                        "<definitions",
                        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><definitions"),
                decision("not-dmn", "", "decisionTable", "decisionChair"),
                decision("not-dmn", "", "hitPolicy=\"FIRST\"", "hitPolicy=\"GUESS\""),
                decision("one-decision", "", "</decision>", "</decision><decision id=\"second\" name=\"Second\" />"),
                decision("decision-id", "lamp-urgency", "\"lamp-priority\"", "\"lamp-urgency\""),
                decision("decision-name", "lamp-priority", "name=\"Lamp priority\"", "name=\" \""),
                decision("time-to-live", "lamp-priority", "camunda:historyTimeToLive=\"P30D\"", ""),
                decision("not-drawn", "lamp-priority", "dmnElementRef=\"lamp-priority\"", "dmnElementRef=\"other\""),
                decision(
                        "decision-table",
                        "lamp-priority",
                        "<decisionTable id=\"table\" hitPolicy=\"FIRST\">",
                        "<!--",
                        "</decisionTable>",
                        "--><literalExpression id=\"l\"><text>1</text></literalExpression>"),
                decision(
                        "element-kind",
                        "l",
                        "<decisionTable id=\"table\" hitPolicy=\"FIRST\">",
                        "<!--",
                        "</decisionTable>",
                        "--><literalExpression id=\"l\"><text>1</text></literalExpression>"),
                decision(
                        "decision-language",
                        "wattsExpression",
                        "typeRef=\"integer\"",
                        "typeRef=\"integer\" expressionLanguage=\"javascript\""),
                decision(
                        "decision-language",
                        "a1",
                        "<inputEntry id=\"a1\"",
                        "<inputEntry id=\"a1\" expressionLanguage=\"groovy\""),
                decision(
                        "decision-language",
                        "b1",
                        "<outputEntry id=\"b1\"",
                        "<outputEntry id=\"b1\" expressionLanguage=\"juel\""),
                decision("decision-hit-policy", "lamp-priority", "\"FIRST\"", "\"COLLECT\""),
                decision(
                        "decision-output",
                        "lamp-priority",
                        "<output id",
                        "<output id=\"second\" name=\"x\" typeRef=\"string\" /><output id"),
                decision(
                        "decision-row",
                        "r1",
                        "<output id",
                        "<output id=\"second\" name=\"x\" typeRef=\"string\" /><output id"),
                decision(
                        "decision-size",
                        "lamp-priority",
                        "<rule id=\"r1\">",
                        "<!--",
                        "</decisionTable>",
                        "--></decisionTable>"),
                decision("decision-column-name", "watts", "label=\"Watts\"", ""),
                decision("decision-column-name", "urgency", "name=\"urgency\"", ""),
                decision("decision-input", "watts", "<text>watts</text>", "<text>watts * 2</text>"),
                decision("decision-input", "watts", "<text>watts</text>", "<text></text>"),
                decision("decision-kind", "watts", "typeRef=\"integer\"", "typeRef=\"string\""),
                decision("decision-type", "watts", "typeRef=\"integer\"", "typeRef=\"lamp\""),
                decision("decision-type", "urgency", "name=\"urgency\" typeRef=\"string\"", "name=\"urgency\""),
                decision("decision-cell", "a1", "&lt; 60", "sum([1,2])"),
                decision("decision-cell", "a1", "&lt; 60", "\"bright\""),
                decision("decision-cell", "a1", "&lt; 60", "? in (1, 2) and get(\"x\")"),
                decision("decision-cell", "b1", "\"low\"", "low"),
                decision("decision-cell", "b1", "\"low\"", ""),
                decision("decision-caller-lacks", "lamp-priority", "<text>watts</text>", "<text>height</text>"),
                decision(
                        "foreign-attribute",
                        "lamp-priority",
                        "camunda:historyTimeToLive",
                        "camunda:asyncBefore=\"true\" camunda:historyTimeToLive"),
                decision(
                        "foreign-element",
                        "",
                        "<decisionTable id=\"table\"",
                        "<extensionElements><camunda:script>1</camunda:script></extensionElements><decisionTable"
                                + " id=\"table\""));
    }

    @Test
    void a_good_decision_has_no_findings() {
        assertThat(ModelCheck.ofLive(VOCABULARY).check(Map.of("lamp-priority.dmn", bytes(DECISION))))
                .isEmpty();
        for (String cell : List.of("-", "", "60", "&lt;= 60.5", "[1..5], ]7..9[", "not(1, 2)", "&gt; -1")) {
            assertThat(ModelCheck.ofLive(VOCABULARY)
                            .check(Map.of("lamp-priority.dmn", bytes(DECISION.replace("&lt; 60", cell)))))
                    .as(cell)
                    .isEmpty();
        }
    }

    @Test
    void good_times_calls_repetitions_and_decisions_have_no_findings() {
        for (Bad good : List.of(
                timerInstead("", "timeDuration", "PT4H"),
                timerInstead("", "timeDuration", "P1Y2M3DT4H5M6S"),
                timerInstead("", "timeDuration", "${room}"),
                timerInstead("", "timeCycle", "R3/PT1H"),
                timerInstead("", "timeCycle", "R3/2026-12-01T09:00:00+08:00/PT1H"),
                timerInstead("", "timeDate", "2026-12-01T09:00:00Z"),
                timerInstead("", "timeDate", "${brokenSince}"),
                repeated(
                        "",
                        "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>3</bpmn:loopCardinality><bpmn:completionCondition>${nrOfCompletedInstances"
                                + " &gt; 1}</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>"),
                repeated(
                        "",
                        "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>${watts}</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>"),
                diagram(
                        "",
                        "",
                        "camunda:formRefBinding",
                        "camunda:dueDate=\"P2D\" camunda:followUpDate=\"${brokenSince}\" camunda:priority=\"70\""
                                + " camunda:formRefBinding"),
                call(
                        "",
                        "calledElement=\"lamp-repair\"",
                        "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />"),
                rules(
                        "",
                        "camunda:decisionRef=\"lamp-priority\" camunda:decisionRefBinding=\"latest\""
                                + " camunda:mapDecisionResult=\"singleEntry\" camunda:resultVariable=\"urgency\""),
                diagram(
                        "",
                        "",
                        "\"swapBulb\"",
                        "\"orderBulb\"",
                        "${swapBulb}",
                        "${orderBulb}",
                        "</camunda:properties></bpmn:extensionElements>\n    </bpmn:serviceTask>",
                        "</camunda:properties><camunda:failedJobRetryTimeCycle>R5/PT1M</camunda:failedJobRetryTimeCycle></bpmn:extensionElements>\n"
                                + "    </bpmn:serviceTask>"))) {
            // What the example takes away is not what it is about.
            assertThat(ModelCheck.ofLive(VOCABULARY).check(unit(good.bad(), FORM)))
                    .filteredOn(finding ->
                            !Set.of("message-missing", "error-unknown").contains(finding.code()))
                    .isEmpty();
        }
    }

    @Test
    void a_good_model_has_no_findings() {
        assertThat(check(DIAGRAM, FORM)).isEmpty();
        assertThat(ModelCheck.ofLive(VOCABULARY).check(unit(DIAGRAM, FORM))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource({"badDiagrams", "badForms", "badDecisions"})
    void a_bad_model_is_told_what_is_wrong_and_where(Bad bad) {
        assertThat(findings(bad))
                .extracting(Finding::code, Finding::element)
                .contains(org.assertj.core.groups.Tuple.tuple(bad.code(), bad.element()));
    }

    @ParameterizedTest
    @MethodSource({"badDiagrams", "badForms", "badDecisions"})
    void a_finding_is_a_sentence_in_both_languages(Bad bad) throws IOException {
        for (String language : List.of("en", "zh_CN")) {
            Properties texts = texts(language);
            for (Finding finding : findings(bad)) {
                String text = texts.getProperty("model." + finding.code());
                assertThat(text).as(finding.code()).isNotNull();
                assertThat(new MessageFormat(text, Locale.ROOT)
                                .format(finding.args().toArray()))
                        .doesNotContainPattern("\\{\\d}")
                        .matches(sentence -> sentence.length() > 10);
            }
        }
    }

    @Test
    void every_check_has_a_bad_example() throws IOException {
        Set<String> examples = Stream.of(badDiagrams(), badForms(), badDecisions())
                .flatMap(bad -> bad)
                .map(Bad::code)
                .collect(Collectors.toSet());
        examples.addAll(Set.of(
                "file-kind",
                "file-too-large",
                "file-name",
                "file-twice",
                "one-at-a-time",
                "form-alone")); // tests of their own
        examples.add("tenant"); // found by the guard

        assertThat(texts("en").stringPropertyNames().stream()
                        .filter(key -> key.startsWith("model.") && !SENTENCES.contains(key))
                        .map(key -> key.substring("model.".length())))
                .containsExactlyInAnyOrderElementsOf(examples);
    }

    @Test
    void one_diagram_is_deployed_with_its_forms_and_nothing_else() {
        Map<String, byte[]> two = unit(DIAGRAM, FORM);
        two.put("other.bpmn", bytes(DIAGRAM));
        two.put("run.groovy", new byte[0]);
        assertThat(codes(two)).containsExactlyInAnyOrder("one-at-a-time", "file-kind");

        Map<String, byte[]> both = unit(DIAGRAM, FORM);
        both.put("lamp-priority.dmn", bytes(DECISION));
        assertThat(codes(both)).containsExactly("one-at-a-time");
        assertThat(codes(Map.of("lamp-priority.dmn", bytes(DECISION), "b.dmn", bytes(DECISION))))
                .containsExactly("one-at-a-time");

        assertThat(codes(Map.of("inspect-lamp.form", bytes(FORM)))).containsExactly("form-alone");
        assertThat(codes(Map.of("inspect-lamp.form", bytes(FORM), "lamp-priority.dmn", bytes(DECISION))))
                .containsExactly("form-alone");

        Map<String, byte[]> twice = unit(DIAGRAM, FORM);
        twice.put("old/inspect-lamp.form", bytes(FORM));
        assertThat(codes(twice)).containsExactly("file-twice");
        twice.remove("old/inspect-lamp.form");
        twice.put("x".repeat(121) + ".form", bytes(FORM));
        assertThat(codes(twice)).containsExactly("file-name");

        Map<String, byte[]> large = unit(DIAGRAM, FORM);
        large.put("lamp-repair.bpmn", new byte[3_000_000]);
        assertThat(codes(large)).containsExactly("file-too-large");
        assertThat(codes(Map.of("lamp-priority.dmn", new byte[3_000_000]))).containsExactly("file-too-large");
    }

    private static List<String> codes(Map<String, byte[]> unit) {
        return ModelCheck.ofLive(VOCABULARY).check(unit).stream()
                .map(Finding::code)
                .toList();
    }

    @Test
    void a_process_owner_may_speak_one_language() {
        Bad english = diagram("", "", "<camunda:property name=\"name.zh_CN\" value=\"检查\" />", "");

        assertThat(ModelCheck.ofLive(VOCABULARY).check(unit(english.bad(), FORM)))
                .isEmpty();
    }

    @Test
    void a_second_task_of_a_new_kind_needs_no_java() {
        String second = DIAGRAM.replace(
                        "sourceRef=\"lampBroken\" targetRef=\"inspectLamp\"",
                        "sourceRef=\"lampBroken\" targetRef=\"approveLamp\"")
                .replace(
                        "<bpmn:userTask id=\"inspectLamp\"",
                        """
                        <bpmn:userTask id="approveLamp" name="Approve" camunda:formRef="approve-lamp" camunda:formRefBinding="deployment" camunda:candidateGroups="g-roof">
                          <bpmn:extensionElements><camunda:properties>
                            <camunda:property name="status" value="broken" />
                            <camunda:property name="action" value="approve" />
                          </camunda:properties></bpmn:extensionElements>
                        </bpmn:userTask>
                        <bpmn:sequenceFlow id="approved" sourceRef="approveLamp" targetRef="inspectLamp" />
                        <bpmn:userTask id="inspectLamp\"""")
                .replace("</bpmndi:BPMNPlane>", shape("approveLamp") + edge("approved") + "</bpmndi:BPMNPlane>");
        Map<String, byte[]> unit = unit(second, FORM);
        unit.put(
                "approve-lamp.form",
                "{\"id\": \"approve-lamp\", \"components\": [{\"id\": \"a\", \"key\": \"agreed\", \"type\": \"checkbox\"}]}"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(ModelCheck.ofLive(VOCABULARY).check(unit)).isEmpty();
    }

    private static List<Finding> findings(Bad bad) {
        if (bad.file().endsWith(".dmn")) {
            return ModelCheck.ofBundled(VOCABULARY).check(Map.of(bad.file(), bytes(bad.bad())));
        }
        return bad.file().endsWith(".form") ? check(DIAGRAM, bad.bad()) : check(bad.bad(), FORM);
    }

    private static List<Finding> check(String diagram, String form) {
        return ModelCheck.ofBundled(VOCABULARY).check(unit(diagram, form));
    }

    private static Map<String, byte[]> unit(String diagram, String form) {
        Map<String, byte[]> unit = new LinkedHashMap<>();
        unit.put("lamp-repair.bpmn", diagram.getBytes(StandardCharsets.UTF_8));
        unit.put("inspect-lamp.form", form.getBytes(StandardCharsets.UTF_8));
        return unit;
    }

    private static Bad diagram(String code, String element, String... goodAndBad) {
        return bad(code, element, "lamp-repair.bpmn", DIAGRAM, goodAndBad);
    }

    private static Bad decision(String code, String element, String... goodAndBad) {
        return bad(code, element, "lamp-priority.dmn", DECISION, goodAndBad);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Bad form(String code, String element, String... goodAndBad) {
        return bad(code, element, "inspect-lamp.form", FORM, goodAndBad);
    }

    private static Bad condition(String code, String condition) {
        return diagram(code, "isWorthIt", "${repairable and watts &lt; 60}", condition);
    }

    private static Bad timerInstead(String code, String kind, String text) {
        return diagram(code, "lampStolen", MESSAGE, timer(kind, text));
    }

    private static String timer(String kind, String text) {
        return "<bpmn:timerEventDefinition id=\"t\"><bpmn:" + kind + " xsi:type=\"bpmn:tFormalExpression\">" + text
                + "</bpmn:" + kind + "></bpmn:timerEventDefinition>";
    }

    private static Bad repeated(String code, String loop) {
        return diagram(
                code,
                "inspectLamp",
                "</bpmn:extensionElements>\n    </bpmn:userTask>",
                "</bpmn:extensionElements>" + loop + "\n    </bpmn:userTask>");
    }

    private static Bad call(String code, String attributes, String inside) {
        return diagram(
                code,
                "swapBulb",
                SWAP_BULB,
                "<bpmn:callActivity id=\"swapBulb\" name=\"Swap bulb\" " + attributes + ">",
                "</bpmn:extensionElements>\n    </bpmn:serviceTask>",
                inside + "</bpmn:extensionElements>\n    </bpmn:callActivity>");
    }

    /** Something more in the service task. */
    private static Bad extension(String code, String element) {
        return diagram(
                code,
                "swapBulb",
                "</camunda:properties></bpmn:extensionElements>\n    </bpmn:serviceTask>",
                "</camunda:properties>" + element + "</bpmn:extensionElements>\n    </bpmn:serviceTask>");
    }

    private static Bad rules(String code, String attributes) {
        return diagram(
                code,
                "swapBulb",
                SWAP_BULB,
                "<bpmn:businessRuleTask id=\"swapBulb\" name=\"Swap bulb\" " + attributes + ">",
                "</bpmn:serviceTask>",
                "</bpmn:businessRuleTask>");
    }

    private static Bad bad(String code, String element, String file, String good, String... goodAndBad) {
        String text = good;
        for (int i = 0; i < goodAndBad.length; i += 2) {
            assertThat(text).contains(goodAndBad[i]);
            text = text.replace(goodAndBad[i], goodAndBad[i + 1]);
        }
        return new Bad(code, element, file, good, text);
    }

    private static String tasks(int count) {
        StringBuilder tasks = new StringBuilder();
        for (int i = 0; i < count; i++) {
            tasks.append("<bpmn:task id=\"task").append(i).append("\" />");
        }
        return tasks + "<bpmn:sequenceFlow id=\"toInspection\"";
    }

    private static String flows(int count) {
        StringBuilder flows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            flows.append("<bpmn:sequenceFlow id=\"flow")
                    .append(i)
                    .append("\" sourceRef=\"lampBroken\" targetRef=\"inspectLamp\" />");
        }
        return flows + "<bpmn:sequenceFlow id=\"toInspection\"";
    }

    private static String shape(String element) {
        return "<bpmndi:BPMNShape id=\"" + element + "_di\" bpmnElement=\"" + element
                + "\"><dc:Bounds x=\"0\" y=\"0\" width=\"100\" height=\"80\" /></bpmndi:BPMNShape>";
    }

    private static String edge(String flow) {
        return "<bpmndi:BPMNEdge id=\"" + flow + "_di\" bpmnElement=\"" + flow
                + "\"><di:waypoint x=\"0\" y=\"0\" /><di:waypoint x=\"9\" y=\"9\" /></bpmndi:BPMNEdge>";
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve("model_" + language + ".properties"))) {
            texts.load(reader);
        }
        return texts;
    }

    @SuppressWarnings("UnusedVariable") // found by reflection
    private static final class LampProcess {

        static final String KEY = "lamp-repair";
        static final ProcessVariable<Boolean> REPAIRABLE = ProcessVariable.flag("repairable");
        static final ProcessVariable<java.math.BigDecimal> WATTS = ProcessVariable.number("watts");
        static final ProcessVariable<String> ROOM = ProcessVariable.text("room");
        static final ProcessVariable<java.time.Instant> SINCE = ProcessVariable.instant("brokenSince");
        static final Message STOLEN = Message.named("lamps.stolen");
    }

    private static final class SwapBulb implements ProcessStep {

        @Override
        public void run(DelegateExecution execution) {}
    }

    private static final class OrderBulb implements RemoteStep {

        @Override
        public void run(DelegateExecution execution) {}
    }

    private static final class NoBulbs extends RuleViolated {

        static final String CODE = "no-bulbs";
        private static final long serialVersionUID = 1L;

        NoBulbs() {
            super(CODE);
        }
    }

    private static final class Lamps implements ProcessSubject {

        @Override
        public String prefix() {
            return "L";
        }

        @Override
        public Set<String> statuses() {
            return Set.of("broken", "gone");
        }

        @Override
        public Subject describe(String objectKey) {
            return new Subject(objectKey, Urgency.LOW, null);
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
        public void entered(StateEntered state) {}
    }
}
