package io.opsflow.workflow;

import static io.opsflow.workflow.Diagram.listed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Looks at one decision table: what it reads, what it answers, and that nothing in it is a program. */
final class DecisionCheck {

    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "decision",
            "decisionTable",
            "input",
            "inputExpression",
            "inputValues",
            "output",
            "outputValues",
            "rule",
            "inputEntry",
            "outputEntry",
            "annotation",
            "annotationEntry",
            "text",
            "description",
            "extensionElements",
            "variable",
            "inputData",
            "informationRequirement",
            "requiredInput",
            "textAnnotation",
            "association",
            "sourceRef",
            "targetRef");

    private static final Set<String> ATTRIBUTES =
            Set.of("historyTimeToLive", "versionTag", "inputVariable", "diagramRelationId");

    private static final Set<String> ONE_ANSWER = Set.of("", "UNIQUE", "FIRST", "ANY");
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";

    /** Nobody could read a table with more. */
    static final int MOST_RULES = 1_000;

    private final String file;
    private final Document xml;
    private final String namespace;
    private final Vocabulary vocabulary;
    private final List<Finding> findings = new ArrayList<>();

    DecisionCheck(String file, Document xml, Vocabulary vocabulary) {
        this.file = file;
        this.xml = xml;
        this.namespace = String.valueOf(xml.getDocumentElement().getNamespaceURI());
        this.vocabulary = vocabulary;
    }

    /** The variables that a decision reads: its inputs that are nothing but a name. */
    static Set<String> inputs(Document xml) {
        Set<String> inputs = new TreeSet<>();
        for (Element input : DiagramXml.all(xml, "*", "inputExpression")) {
            inputs.add(input.getTextContent().strip());
        }
        return inputs;
    }

    List<Finding> findings() {
        List<Element> decisions = DiagramXml.all(xml, namespace, "decision");
        if (decisions.size() != 1) {
            found("", "one-decision", decisions.size());
            return findings;
        }
        Element decision = decisions.get(0);
        programs();
        named(decision);
        List<Element> tables = DiagramXml.children(decision, namespace, "decisionTable");
        if (tables.size() == 1) {
            table(decision, tables.get(0));
        } else {
            found(decision.getAttribute("id"), "decision-table");
        }
        callers(decision);
        return findings;
    }

    private void programs() {
        for (Element element : DiagramXml.all(xml, "*", "*")) {
            String id = element.getAttribute("id");
            if (namespace.equals(element.getNamespaceURI()) && !ELEMENTS.contains(element.getLocalName())) {
                found(id, "element-kind", element.getLocalName());
            } else if (CAMUNDA.equals(element.getNamespaceURI())) {
                found(id, "foreign-element", element.getNodeName());
            }
            String language = element.getAttribute("expressionLanguage");
            if (!language.isEmpty() && !language.equalsIgnoreCase("feel")) {
                found(id, "decision-language", language);
            }
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                var attribute = element.getAttributes().item(i);
                if (CAMUNDA.equals(attribute.getNamespaceURI()) && !ATTRIBUTES.contains(attribute.getLocalName())) {
                    found(id, "foreign-attribute", attribute.getNodeName());
                }
            }
        }
    }

    private void named(Element decision) {
        String id = decision.getAttribute("id");
        String expected = file.substring(0, file.length() - ".dmn".length());
        if (!id.equals(expected)) {
            found(id, "decision-id", id, expected);
        }
        if (decision.getAttribute("name").isBlank()) {
            found(id, "decision-name");
        }
        String kept = decision.getAttributeNS(CAMUNDA, "historyTimeToLive");
        if (!Spans.isDays(kept)) {
            found(id, "time-to-live", kept.isBlank() ? "–" : kept);
        }
        boolean drawn = DiagramXml.all(xml, "*", "DMNShape").stream()
                .anyMatch(shape -> shape.getAttribute("dmnElementRef").equals(id));
        if (!drawn) {
            found(id, "not-drawn");
        }
    }

    private void table(Element decision, Element table) {
        String id = decision.getAttribute("id");
        List<Element> inputs = DiagramXml.children(table, namespace, "input");
        List<Element> outputs = DiagramXml.children(table, namespace, "output");
        List<Element> rules = DiagramXml.children(table, namespace, "rule");
        boolean aggregated = table.getAttribute("hitPolicy").equals("COLLECT")
                && !table.getAttribute("aggregation").isEmpty();
        if (!ONE_ANSWER.contains(table.getAttribute("hitPolicy")) && !aggregated) {
            found(id, "decision-hit-policy", table.getAttribute("hitPolicy"));
        }
        if (outputs.size() != 1) {
            found(id, "decision-output", outputs.size());
        }
        if (inputs.isEmpty() || rules.isEmpty()) {
            found(id, "decision-size", MOST_RULES);
        }
        List<String> inputTypes = inputs.stream().map(this::input).toList();
        List<String> outputTypes = outputs.stream().map(this::output).toList();
        for (Element rule : rules) {
            cells(rule, "inputEntry", inputTypes);
            cells(rule, "outputEntry", outputTypes);
        }
    }

    private String input(Element input) {
        String id = input.getAttribute("id");
        if (input.getAttribute("label").isBlank()) {
            found(id, "decision-column-name");
        }
        List<Element> expressions = DiagramXml.children(input, namespace, "inputExpression");
        String variable = expressions.stream()
                .map(expression -> expression.getTextContent().strip())
                .findFirst()
                .orElse("");
        String type = expressions.stream()
                .map(expression -> expression.getAttribute("typeRef"))
                .findFirst()
                .orElse("");
        if (!variable.matches("[A-Za-z_][A-Za-z0-9_]{0,63}")) {
            found(id, "decision-input", variable);
        } else {
            kind(id, variable, type);
        }
        return type(id, type);
    }

    /** A variable of the same name has the same kind in every process that sets it, or the table would be read twice. */
    private void kind(String id, String variable, String type) {
        vocabulary.processes().values().stream()
                .map(words -> words.variables().get(variable))
                .filter(kind -> kind != null && DecisionCell.isType(type))
                .filter(kind -> DecisionCell.kind(type).filter(kind::equals).isEmpty())
                .findFirst()
                .ifPresent(
                        kind -> found(id, "decision-kind", variable, kind.name().toLowerCase(Locale.ROOT), type));
    }

    private String output(Element output) {
        String id = output.getAttribute("id");
        if (output.getAttribute("name").isBlank()) {
            found(id, "decision-column-name");
        }
        return type(id, output.getAttribute("typeRef"));
    }

    private String type(String id, String type) {
        if (!DecisionCell.isType(type)) {
            found(id, "decision-type", type.isBlank() ? "–" : type);
        }
        return type;
    }

    private void cells(Element rule, String kind, List<String> types) {
        List<Element> cells = DiagramXml.children(rule, namespace, kind);
        if (cells.size() != types.size()) {
            found(rule.getAttribute("id"), "decision-row");
            return;
        }
        for (int i = 0; i < cells.size(); i++) {
            String text = cells.get(i).getTextContent();
            String type = types.get(i);
            boolean good =
                    kind.equals("inputEntry") ? DecisionCell.isTest(text, type) : DecisionCell.isValue(text, type);
            if (DecisionCell.isType(type) && !good) {
                found(cells.get(i).getAttribute("id"), "decision-cell", text.strip(), type);
            }
        }
    }

    private void callers(Element decision) {
        Vocabulary.Decision known = vocabulary.decisions().get(decision.getAttribute("id"));
        if (known != null) {
            known.callers().forEach((process, variables) -> {
                Set<String> missing = inputs(xml);
                missing.removeAll(variables);
                if (!missing.isEmpty()) {
                    found(decision.getAttribute("id"), "decision-caller-lacks", process, listed(missing));
                }
            });
        }
    }

    private void found(String element, String code, Object... args) {
        findings.add(Finding.of(file, element, code, args));
    }
}
