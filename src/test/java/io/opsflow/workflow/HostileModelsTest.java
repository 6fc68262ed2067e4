package io.opsflow.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that were made to hurt: each is refused in a sentence, soon, and none throws anything. */
class HostileModelsTest {

    private static final Duration SOON = Duration.ofSeconds(3); // measured far below one; machines are shared
    private static final Vocabulary VOCABULARY = Vocabulary.in(Vocabulary.PRODUCT, List.of())
            .with(Set.of("SUPERVISOR", "PROJECT_MANAGER", "ENGINEER"), Set.of(), Map.of());
    private static final String BPMN = read("bpmn/tickets/ticket-handling.bpmn");
    private static final String FORM = read("forms/tickets/review-ticket.form");
    private static final String DMN = "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"all\" "
            + "name=\"d\" namespace=\"x\">INSIDE</definitions>";

    /** One bad file: what is found in it. */
    record Hostile(String name, String file, String content, String code) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Hostile> files() {
        String bomb = "<!DOCTYPE b [<!ENTITY a0 \"ha\">"
                + IntStream.range(1, 30)
                        .mapToObj(i -> "<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">")
                        .reduce("", String::concat)
                + "]>";
        String outside = "<!DOCTYPE b [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        return Stream.of(
                diagram("an entity bomb", bomb + "<b>&a29;</b>", "not-xml"),
                diagram("an entity from outside", outside + "<b>&x;</b>", "not-xml"),
                diagram(
                        "a document type from outside",
                        "<!DOCTYPE b SYSTEM \"http://127.0.0.1:9/b.dtd\"><b/>",
                        "not-xml"),
                diagram("nothing", "", "not-xml"),
                diagram("a null byte", BPMN.replace("Ticket handling", "Ticket\0handling"), "not-xml"),
                diagram("a diagram cut off", BPMN.substring(0, BPMN.length() / 2), "not-xml"),
                diagram("another language of XML", "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>", "not-bpmn"),
                diagram("deep nesting", "<a>".repeat(100_000) + "</a>".repeat(100_000), "not-xml"),
                diagram("deep nesting of sub-processes", sub(90), "name-missing"),
                diagram("many attributes", "<a " + many(20_000, "b%d=\"\" ") + "/>", "not-xml"),
                diagram("many namespaces", "<a " + many(9_000, "xmlns:n%d=\"u%d\" ") + "/>", "not-xml"),
                diagram(
                        "ten thousand elements",
                        inside(many(10_000, "<bpmn:task id=\"task%d\" />")),
                        "too-many-elements"),
                diagram(
                        "a thousand elements without ways",
                        inside(many(980, "<bpmn:task id=\"task%d\" />")),
                        "name-missing"),
                diagram("a ladder of gateways", inside(ladder(400)), "not-drawn"),
                diagram(
                        "a web of flows",
                        inside(
                                many(
                                        9_000,
                                        "<bpmn:sequenceFlow id=\"f%d\" sourceRef=\"isApproved\""
                                                + " targetRef=\"refused\"><bpmn:conditionExpression>${confirmed}</bpmn:conditionExpression></bpmn:sequenceFlow>")),
                        "too-many-flows"),
                diagram(
                        "a name that never ends",
                        BPMN.replace("Ticket handling", "x".repeat(1_900_000)),
                        "text-too-long"),
                diagram(
                        "an expression that never ends",
                        BPMN.replace("${approved}", "${" + "(".repeat(500_000) + "}"),
                        "expression-not-simple"),
                diagram(
                        "an expression like a staircase",
                        BPMN.replace("${approved}", "${" + "a ".repeat(100_000) + "}"),
                        "expression-not-simple"),
                diagram("a timer that never ends", BPMN.replace("R3/PT1M", "PT1S,".repeat(300_000)), "retry"),
                diagram("two processes", inside("</bpmn:process><bpmn:process id=\"b\">"), "one-process"),
                diagram(
                        "no process",
                        "<bpmn:definitions xmlns:bpmn=\"" + DiagramXml.BPMN + "\" targetNamespace=\"x\"/>",
                        "one-process"),
                diagram(
                        "a flow to nowhere",
                        BPMN.replace("targetRef=\"reviewTicket\"", "targetRef=\"nowhere\""),
                        "not-bpmn"),
                diagram("another encoding that is told wrong", BPMN.replace("UTF-8", "UTF-16"), "not-xml"),
                diagram("50 MB", " ".repeat(50_000_000), "file-too-large"),
                form("a form like a tower", "[".repeat(100_000) + "]".repeat(100_000), "form-not-json"),
                form("a form with a null byte", FORM.replace("\"components\"", "\"comp\0onents\""), "form-not-json"),
                form("a form cut off", FORM.substring(0, FORM.length() / 2), "form-not-json"),
                form("a form of one number", "1" + "0".repeat(100_000), "form-not-json"),
                form("a form that is nothing", "", "form-not-a-form"),
                form("a form that is null", "null", "form-not-a-form"),
                form(
                        "a form with a large limit",
                        FORM.replace("\"maxLength\": 4000", "\"maxLength\": 1e999999999"),
                        "field-number"),
                form(
                        "a form with a pattern that explodes",
                        FORM.replace("\"maxLength\": 4000", "\"pattern\": \"" + "(a{99}){99}".repeat(20) + "\""),
                        "field-pattern"),
                form("a form of 50 MB", " ".repeat(50_000_000), "file-too-large"),
                form(
                        "a form of components that are no objects",
                        FORM.replaceFirst("(?s)\"components\".*", "\"components\": [1, null, [], \"x\"]}"),
                        "field-type"),
                new Hostile("a decision bomb", "d.dmn", bomb + "<b>&a29;</b>", "not-xml"),
                new Hostile("a decision from outside", "d.dmn", outside + "<b>&x;</b>", "not-xml"),
                new Hostile("a decision that is a diagram", "d.dmn", BPMN, "not-dmn"),
                new Hostile("a decision without decision", "d.dmn", DMN.replace("INSIDE", ""), "one-decision"),
                new Hostile("a decision of 5 000 rules", "d.dmn", table(5_000), "decision-size"),
                new Hostile(
                        "a decision with a cell like a staircase",
                        "d.dmn",
                        table(1).replace("1..2", "1, ".repeat(600) + "x"),
                        "decision-cell"));
    }

    @BeforeAll
    static void warm() {
        ModelCheck.ofLive(VOCABULARY).check(unit("ticket-handling.bpmn", bytes(BPMN)));
        ModelCheck.ofLive(VOCABULARY).check(Map.of("d.dmn", bytes(table(1))));
    }

    @ParameterizedTest
    @MethodSource("files")
    void is_refused_soon_and_in_words(Hostile hostile) {
        long begin = System.nanoTime();
        List<Finding> findings = ModelCheck.ofLive(VOCABULARY).check(unit(hostile.file(), bytes(hostile.content())));
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(findings).extracting(Finding::code).contains(hostile.code());
        assertThat(findings.toString()).doesNotContain("root:", "\tat ");
        assertThat(took).isLessThan(SOON);
    }

    @Test
    void a_thousand_damaged_copies_throw_nothing() {
        Random random = new Random(7);
        List<String> damaged = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            for (String file : List.of("ticket-handling.bpmn", "review-ticket.form", "d.dmn")) {
                byte[] content = bytes(file.endsWith("bpmn") ? BPMN : file.endsWith("form") ? FORM : table(2));
                for (int times = 1 + random.nextInt(3); times > 0; times--) {
                    content[random.nextInt(content.length)] = (byte) (32 + random.nextInt(95));
                }
                damaged.add(file);
                ModelCheck.ofLive(VOCABULARY).check(unit(file, content));
            }
        }
        assertThat(damaged).hasSize(900);
    }

    private static Map<String, byte[]> unit(String file, byte[] content) {
        Map<String, byte[]> unit = new LinkedHashMap<>();
        unit.put(file, content);
        if (file.endsWith(".form")) {
            unit.put("ticket-handling.bpmn", bytes(BPMN));
        }
        return unit;
    }

    private static Hostile diagram(String name, String content, String code) {
        return new Hostile(name, "ticket-handling.bpmn", content, code);
    }

    private static Hostile form(String name, String content, String code) {
        return new Hostile(name, "review-ticket.form", content, code);
    }

    private static String inside(String more) {
        return BPMN.replace("<bpmn:startEvent ", more + "<bpmn:startEvent ");
    }

    private static String ladder(int rungs) {
        return many(
                rungs,
                "<bpmn:exclusiveGateway id=\"g%d\" /><bpmn:sequenceFlow id=\"l%d\" sourceRef=\"g%d\""
                        + " targetRef=\"isApproved\" /><bpmn:sequenceFlow id=\"m%d\" sourceRef=\"isApproved\""
                        + " targetRef=\"g%d\" />");
    }

    private static String sub(int deep) {
        return inside(many(deep, "<bpmn:subProcess id=\"sub%d\">") + "</bpmn:subProcess>".repeat(deep));
    }

    private static String table(int rules) {
        return DMN.replace(
                "INSIDE",
                "<decision id=\"d\" name=\"d\"><decisionTable id=\"t\"><input id=\"i\" label=\"i\"><inputExpression"
                        + " id=\"e\" typeRef=\"integer\"><text>approved</text></inputExpression></input><output id=\"o\""
                        + " name=\"o\" typeRef=\"string\" />"
                        + many(
                                rules,
                                "<rule id=\"r%d\"><inputEntry id=\"a%d\"><text>[1..2]</text></inputEntry><outputEntry"
                                        + " id=\"b%d\"><text>\"x\"</text></outputEntry></rule>")
                        + "</decisionTable></decision>");
    }

    private static String many(int times, String text) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < times; i++) {
            all.append(text.replace("%d", Integer.toString(i)));
        }
        return all.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
