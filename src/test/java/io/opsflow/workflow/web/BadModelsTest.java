package io.opsflow.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.opsflow.testing.OpsFlowServerTest;
import io.opsflow.workflow.web.Caller.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What Camunda Modeler is told when it deploys something bad: 400, the place, and a sentence in the language asked for. */
@OpsFlowServerTest
class BadModelsTest {

    private static final String DIAGRAM = "ticket-handling.bpmn";
    private static final String REVIEW = "review-ticket.form";
    private static final String CLOSE = "camunda:delegateExpression=\"${closeTicket}\"";
    private static final String MORE = "</camunda:properties>\n        <camunda:failedJobRetryTimeCycle>";
    private static final String TIMER = "<bpmn:timerEventDefinition"
            + " id=\"t\"><bpmn:timeDate>2026-12-01T09:00:00</bpmn:timeDate></bpmn:timerEventDefinition>";
    private static final String BOMB =
            "<!DOCTYPE b [<!ENTITY a \"ha\"><!ENTITY c \"&a;&a;&a;&a;\"><!ENTITY d \"&c;&c;&c;\">]>";

    private final Caller modeler;
    private final RepositoryService repository;

    BadModelsTest(@LocalServerPort int port, @Autowired RepositoryService repository) {
        this.modeler = new Caller(port);
        this.repository = repository;
    }

    /** One bad deployment: where something is wrong, and how it is said. */
    record Bad(String name, Map<String, String> files, String file, String element, String english, String chinese) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bad> models() {
        return Stream.of(
                diagram(
                        "an unknown step",
                        CLOSE,
                        CLOSE.replace("close", "erase"),
                        "closeTicket",
                        "There is no step \"eraseTicket\". Known are: ",
                        "没有步骤“eraseTicket”"),
                diagram(
                        "a bean that is no step",
                        CLOSE,
                        CLOSE.replace("closeTicket", "dataSource"),
                        "closeTicket",
                        "There is no step \"dataSource\"",
                        "没有步骤“dataSource”"),
                diagram(
                        "a Java class",
                        CLOSE,
                        "camunda:class=\"java.lang.Runtime\"",
                        "closeTicket",
                        "The Java class \"java.lang.Runtime\" is not allowed",
                        "不允许使用 Java 类"),
                diagram(
                        "a Java expression",
                        CLOSE,
                        "camunda:expression=\"${closeTicket.run(execution)}\"",
                        "closeTicket",
                        "The Java expression",
                        "不允许使用 Java 表达式"),
                diagram(
                        "a script", "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${approved}",
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\">approved",
                                "approved",
                        "Scripts are not allowed", "不允许使用脚本"),
                diagram(
                        "a listener with a bean",
                        MORE,
                        "</camunda:properties><camunda:executionListener delegateExpression=\"${dataSource}\""
                                + " event=\"start\" />"
                                + MORE.substring(MORE.indexOf('\n')),
                        "closeTicket",
                        "Listeners are not allowed",
                        "不允许使用监听器"),
                diagram(
                        "a connector",
                        MORE,
                        "</camunda:properties><camunda:connector />" + MORE.substring(MORE.indexOf('\n')),
                        "closeTicket",
                        "Connectors are not allowed",
                        "不允许使用连接器"),
                diagram(
                        "an expression that reaches a bean",
                        "${approved}",
                        "${dataSource.connection.close()}",
                        "approved",
                        "reaches further than an expression may",
                        "超出了表达式允许的范围"),
                diagram(
                        "an expression that reaches the class loader",
                        "${approved}",
                        "${''.getClass().forName('x')}",
                        "approved",
                        "reaches further than an expression may",
                        "超出了表达式允许的范围"),
                diagram(
                        "an unknown form",
                        "formRef=\"review-ticket\"",
                        "formRef=\"look-at-ticket\"",
                        "reviewTicket",
                        "The form \"look-at-ticket\" is not among the files",
                        "文件中没有表单“look-at-ticket”"),
                diagram(
                        "an unknown role",
                        "candidateGroups=\"SUPERVISOR\"",
                        "candidateGroups=\"WIZARD\"",
                        "reviewTicket",
                        "There is no role \"WIZARD\"",
                        "没有角色“WIZARD”"),
                diagram(
                        "an unknown message",
                        "name=\"tickets.withdrawn\"",
                        "name=\"tickets.lost\"",
                        "ticketWithdrawn",
                        "Java sends no message \"tickets.lost\"",
                        "Java 不会向此流程发送消息“tickets.lost”"),
                diagram(
                        "an unknown error",
                        "<bpmn:messageEventDefinition id=\"ticketWithdrawnDefinition\""
                                + " messageRef=\"ticketWithdrawnMessage\" />",
                        "<bpmn:errorEventDefinition id=\"e\" errorRef=\"lost\" />",
                        "ticketWithdrawn",
                        "No step reports an error \"ticket-lost\"",
                        "没有步骤会报告错误“ticket-lost”",
                        "<bpmn:message ",
                        "<bpmn:error id=\"lost\" errorCode=\"ticket-lost\" /><bpmn:message "),
                diagram(
                        "no time to live",
                        "camunda:historyTimeToLive=\"P365D\"",
                        "",
                        "ticket-handling",
                        "Set the history time to live",
                        "请把历史保留时间设为天数"),
                diagram("broken XML", "</bpmn:definitions>", "", "", "The file is not XML", "文件不是 XML"),
                diagram(
                        "an entity from outside", "<bpmn:definitions ",
                        "<!DOCTYPE b [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><bpmn:definitions ", "",
                        "or it declares a document type", "或者声明了文档类型"),
                diagram(
                        "an entity bomb",
                        "<bpmn:definitions ",
                        BOMB + "<bpmn:definitions ",
                        "",
                        "or it declares a document type",
                        "或者声明了文档类型"),
                diagram(
                        "ten thousand elements",
                        "<bpmn:startEvent ",
                        "<bpmn:task />".repeat(10_000) + "<bpmn:startEvent ",
                        "",
                        "The diagram has 10,014 elements; 1,000 are the most",
                        "图中有 10,014 个元素"),
                diagram(
                        "another process id",
                        "\"ticket-handling\"",
                        "\"ticket-processing\"",
                        "ticket-processing",
                        "It must be the file's name: \"ticket-handling\"",
                        "必须与文件名“ticket-handling”一致"),
                diagram(
                        "a timer without a zone",
                        "<bpmn:messageEventDefinition id=\"ticketWithdrawnDefinition\""
                                + " messageRef=\"ticketWithdrawnMessage\" />",
                        TIMER,
                        "ticketWithdrawn",
                        "is not a moment with a zone",
                        "不是带时区的时刻"),
                diagram(
                        "a gateway without a way out",
                        "default=\"notApproved\"",
                        "",
                        "isApproved",
                        "The gateway has no way out when no condition is met",
                        "网关没有出口"),
                form(
                        "a field that cannot be shown",
                        "\"textarea\"",
                        "\"filepicker\"",
                        "comment",
                        "Fields of the kind \"filepicker\" cannot be shown",
                        "无法显示“filepicker”类型的字段"),
                form(
                        "a form that is cut off",
                        "\"components\"",
                        "\"components",
                        "",
                        "The form cannot be read",
                        "无法读取表单"),
                new Bad(
                        "a form alone",
                        Map.of(REVIEW, read("forms/tickets/" + REVIEW)),
                        REVIEW,
                        "",
                        "A form is not deployed without its diagram",
                        "表单不能脱离流程图部署"),
                new Bad(
                        "a decision that does not parse",
                        Map.of("priority.dmn", "<definitions><decision>"),
                        "priority.dmn",
                        "",
                        "The file is not XML",
                        "文件不是 XML"),
                new Bad(
                        "a diagram and a decision",
                        with("priority.dmn", "<definitions/>"),
                        DIAGRAM,
                        "",
                        "Deploy one at a time",
                        "请逐个部署"),
                new Bad(
                        "a program",
                        with("run.groovy", "1"),
                        "run.groovy",
                        "",
                        "Only diagrams (.bpmn)",
                        "只能部署流程图（.bpmn）"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void is_refused_with_place_and_sentence_and_nothing_is_deployed(Bad bad) {
        long deployments = repository.createDeploymentQuery().count();
        long versions = repository.createProcessDefinitionQuery().count();

        refused(bad, "en-US,en;q=0.9", "Nothing was deployed.", bad.english());
        refused(bad, "zh-CN,zh;q=0.9,en;q=0.8", "没有部署任何内容。", bad.chinese());

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
        assertThat(repository.createProcessDefinitionQuery().count()).isEqualTo(versions);
    }

    private void refused(Bad bad, String language, String beginning, String sentence) {
        Answer answer = modeler.send(modeler.to("/engine-rest/deployment/create")
                .header("Authorization", Caller.basic("owner"))
                .header("Accept", "application/json")
                .header("Accept-Language", language)
                .header("Content-Type", Dialog.TYPE)
                .POST(BodyPublishers.ofByteArray(dialog(bad).bytes())));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        // What Modeler shows is the message; it takes the beginning for a model that could not be read.
        assertThat(answer.json().path("message").asText())
                .startsWith("ENGINE-09005 Could not parse BPMN process. " + beginning)
                .contains(bad.file(), sentence);
        JsonNode errors = answer.json().path("details").path(bad.file()).path("errors");
        assertThat(errors).anySatisfy(error -> {
            assertThat(error.path("message").asText()).startsWith(bad.file()).contains(sentence);
            assertThat(error.path("mainElementId").asText()).isEqualTo(bad.element());
            assertThat(error.path("line").asInt())
                    .isGreaterThanOrEqualTo(bad.element().isEmpty() ? 0 : 1);
        });
        assertThat(answer.text()).doesNotContain("\\tat ", "java.lang.Exception", "root:");
    }

    private static Dialog dialog(Bad bad) {
        Dialog dialog = null;
        for (Map.Entry<String, String> file : bad.files().entrySet()) {
            if (dialog == null) {
                dialog = new Dialog(bad.name(), file.getKey(), file.getValue());
            } else {
                dialog.attach(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return java.util.Objects.requireNonNull(dialog);
    }

    private static Bad diagram(
            String name, String good, String bad, String element, String english, String chinese, String... more) {
        return changed(name, DIAGRAM, good, bad, element, english, chinese, more);
    }

    private static Bad form(String name, String good, String bad, String element, String english, String chinese) {
        return changed(name, REVIEW, good, bad, element, english, chinese);
    }

    private static Bad changed(
            String name,
            String file,
            String good,
            String bad,
            String element,
            String english,
            String chinese,
            String... more) {
        Map<String, String> files = with(null, "");
        String content = files.getOrDefault(file, "");
        assertThat(content).contains(good);
        content = content.replace(good, bad);
        for (int i = 0; i < more.length; i += 2) {
            assertThat(content).contains(more[i]);
            content = content.replace(more[i], more[i + 1]);
        }
        files.put(file, content);
        return new Bad(name, files, file, element, english, chinese);
    }

    /** Ticket handling with its forms, and perhaps a file more. */
    private static Map<String, String> with(@Nullable String file, String content) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(DIAGRAM, read("bpmn/tickets/" + DIAGRAM));
        try (Stream<Path> forms = Files.list(Path.of("forms/tickets"))) {
            forms.sorted().forEach(form -> files.put(form.getFileName().toString(), read(form.toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (file != null) {
            files.put(file, content);
        }
        return files;
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
