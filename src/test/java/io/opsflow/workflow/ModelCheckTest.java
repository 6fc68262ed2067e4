package io.opsflow.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.opsflow.kernel.RuleViolated;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
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

    private static final Vocabulary VOCABULARY = Vocabulary.of(
            List.of(LampProcess.class),
            List.of(new Lamps()),
            List.of(SwapBulb.class),
            List.of(NoBulbs.class),
            Set.of("ENGINEER", "SUPERVISOR"),
            Set.of("lamp-priority"));

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
                diagram("process-id", "repair", "lamp-repair", "repair"),
                diagram("process-unknown", "repair", "lamp-repair", "repair"),
                diagram("process-name", "lamp-repair", "name=\"Lamp repair\"", ""),
                diagram("process-documentation", "lamp-repair", "How lamps are repaired.", " "),
                diagram("process-time-to-live", "lamp-repair", "camunda:historyTimeToLive=\"P30D\"", ""),
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
                        "<camunda:inputOutput><camunda:inputParameter name=\"x\"><camunda:script scriptFormat=\"groovy\">1"
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
                diagram("group-unknown", "inspectLamp", "ENGINEER,g-night", "ELECTRICIAN"),
                diagram("group-unknown", "inspectLamp", "ENGINEER,g-night", "engineer"),
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
                diagram(
                        "called-unknown",
                        "swapBulb",
                        "<bpmn:serviceTask id=\"swapBulb\" name=\"Swap bulb\" camunda:asyncBefore=\"true\" "
                                + "camunda:delegateExpression=\"${swapBulb}\">",
                        "<bpmn:callActivity id=\"swapBulb\" name=\"Swap bulb\" calledElement=\"bulb-swapping\">",
                        "</bpmn:serviceTask>",
                        "</bpmn:callActivity>"),
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

    @Test
    void a_good_model_has_no_findings() {
        assertThat(check(DIAGRAM, FORM)).isEmpty();
        assertThat(ModelCheck.ofLive(VOCABULARY).check(unit(DIAGRAM, FORM))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource({"badDiagrams", "badForms"})
    void a_bad_model_is_told_what_is_wrong_and_where(Bad bad) {
        assertThat(findings(bad))
                .extracting(Finding::code, Finding::element)
                .contains(org.assertj.core.groups.Tuple.tuple(bad.code(), bad.element()));
    }

    @ParameterizedTest
    @MethodSource({"badDiagrams", "badForms"})
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
        Set<String> examples =
                Stream.concat(badDiagrams(), badForms()).map(Bad::code).collect(Collectors.toSet());
        examples.addAll(Set.of("file-kind", "file-too-large", "one-diagram")); // tests of their own

        assertThat(texts("en").stringPropertyNames().stream()
                        .filter(key -> key.startsWith("model.") && !key.startsWith("model.in-"))
                        .map(key -> key.substring("model.".length())))
                .containsExactlyInAnyOrderElementsOf(examples);
    }

    @Test
    void one_diagram_is_deployed_with_its_forms_and_nothing_else() {
        Map<String, byte[]> two = unit(DIAGRAM, FORM);
        two.put("other.bpmn", DIAGRAM.getBytes(StandardCharsets.UTF_8));
        two.put("run.groovy", new byte[0]);
        assertThat(ModelCheck.ofLive(VOCABULARY).check(two))
                .extracting(Finding::code)
                .containsExactlyInAnyOrder("one-diagram", "file-kind");

        Map<String, byte[]> none = unit(DIAGRAM, FORM);
        none.remove("lamp-repair.bpmn");
        assertThat(ModelCheck.ofLive(VOCABULARY).check(none))
                .extracting(Finding::code)
                .containsExactly("one-diagram");

        Map<String, byte[]> large = unit(DIAGRAM, FORM);
        large.put("lamp-repair.bpmn", new byte[3_000_000]);
        assertThat(ModelCheck.ofLive(VOCABULARY).check(large))
                .extracting(Finding::code)
                .containsExactly("file-too-large");
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

    private static Bad form(String code, String element, String... goodAndBad) {
        return bad(code, element, "inspect-lamp.form", FORM, goodAndBad);
    }

    private static Bad condition(String code, String condition) {
        return diagram(code, "isWorthIt", "${repairable and watts &lt; 60}", condition);
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
                "<bpmn:serviceTask id=\"swapBulb\" name=\"Swap bulb\" camunda:asyncBefore=\"true\" "
                        + "camunda:delegateExpression=\"${swapBulb}\">",
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
        public boolean isVisible(String objectKey) {
            return true;
        }

        @Override
        public void check(Completion completion) {}

        @Override
        public void entered(StateEntered state) {}
    }
}
