package io.opsflow.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Looks at every attribute and text of a diagram for what would run as a program or reach past the variables. */
final class DiagramWords {

    /** Examples for sentences, which could not have braces of their own. */
    private static final String A_STEP = "${closeTicket}";

    private static final String A_CONDITION = "${approved}";

    private static final Pattern STEP = Pattern.compile("\\s*\\$\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*}\\s*");

    /** How a called process gets the key of the object that it is about. */
    private static final Set<String> SAME_OBJECT =
            Set.of("${execution.processBusinessKey}", "#{execution.processBusinessKey}");

    /** What a diagram may say in the engine's own words; what is missing here runs programs or goes round the inbox. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "historyTimeToLive",
            "versionTag",
            "isStartableInTasklist",
            "candidateGroups",
            "assignee",
            "formRef",
            "formRefBinding",
            "priority",
            "dueDate",
            "followUpDate",
            "asyncBefore",
            "asyncAfter",
            "exclusive",
            "jobPriority",
            "delegateExpression",
            "decisionRef",
            "decisionRefBinding",
            "mapDecisionResult",
            "resultVariable",
            "calledElementBinding",
            "collection",
            "elementVariable",
            "errorCodeVariable",
            "errorMessageVariable",
            "modelerTemplate",
            "modelerTemplateVersion",
            "modelerTemplateIcon");

    private static final Set<String> ELEMENTS =
            Set.of("properties", "property", "failedJobRetryTimeCycle", "in", "out");

    private static final Set<String> LISTENERS = Set.of("executionListener", "taskListener");
    private static final Set<String> STEPS =
            Set.of("serviceTask", "sendTask", "businessRuleTask", "messageEventDefinition");
    private static final Set<String> NOT_READ =
            Set.of("http://www.omg.org/spec/DD/20100524/DC", "http://www.omg.org/spec/DD/20100524/DI", DiagramXml.DI);

    /** What reaches past the diagram, names people past the inbox, or is not obeyed by the engine. */
    private static final Set<String> NOT_BPMN = Set.of(
            "signalEventDefinition",
            "cancelEventDefinition",
            "import",
            "performer",
            "humanPerformer",
            "potentialOwner",
            "resourceRole",
            "ioSpecification",
            "property",
            "loopDataInputRef",
            "loopDataOutputRef",
            "inputDataItem",
            "outputDataItem",
            "dataInputAssociation",
            "dataOutputAssociation",
            "standardLoopCharacteristics");

    private final String file;
    private final Document xml;
    private final Set<String> variables;
    private final Set<String> steps;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Prepares a look at a diagram.
     *
     * @param variables what expressions may read
     * @param steps     what may be run
     */
    DiagramWords(String file, Document xml, Set<String> variables, Set<String> steps) {
        this.file = file;
        this.xml = xml;
        this.variables = variables;
        this.steps = steps;
    }

    /** The bean that a delegate expression names, when it does nothing but name one. */
    static Optional<String> step(String delegate) {
        Matcher step = STEP.matcher(delegate);
        return step.matches() ? Optional.of(step.group(1)) : Optional.empty();
    }

    List<Finding> findings() {
        for (Element element : DiagramXml.all(xml, "*", "*")) {
            if (!NOT_READ.contains(String.valueOf(element.getNamespaceURI()))) {
                element(element);
                for (int i = 0; i < element.getAttributes().getLength(); i++) {
                    attribute(element, (Attr) element.getAttributes().item(i));
                }
                text(element);
            }
        }
        return findings;
    }

    private void element(Element element) {
        String name = element.getLocalName();
        if (DiagramXml.BPMN.equals(element.getNamespaceURI())) {
            if (name.equals("scriptTask") || (name.equals("script") && !isScriptTask(element))) {
                found(element, "script");
            } else if (NOT_BPMN.contains(name)) {
                found(element, "element-kind", name);
            } else if (name.equals("conditionExpression")
                    && !element.getAttribute("language").isEmpty()) {
                found(element, "script");
            }
            return;
        }
        if (DiagramXml.CAMUNDA.equals(element.getNamespaceURI()) && ELEMENTS.contains(name)) {
            return;
        }
        if (LISTENERS.contains(name)) {
            found(element, "listener");
        } else if (name.equals("connector")) {
            found(element, "connector");
        } else if (name.equals("script")) {
            found(element, "script");
        } else if (!isPartOfForeign(element)) {
            found(element, "foreign-element", element.getNodeName());
        }
    }

    private void attribute(Element element, Attr attribute) {
        String name = attribute.getLocalName();
        String value = attribute.getValue();
        if (DiagramXml.CAMUNDA.equals(attribute.getNamespaceURI())) {
            switch (name) {
                case "class" -> found(element, "java-class", value, A_STEP);
                case "expression" -> found(element, "java-expression", value, A_STEP);
                case "type", "topic" -> found(element, "external-task", A_STEP);
                case "delegateExpression" -> delegate(element, value);
                default -> {
                    if (!ATTRIBUTES.contains(name)) {
                        found(element, "foreign-attribute", attribute.getNodeName());
                    } else if (name.equals("collection")) {
                        variable(element, value);
                    } else {
                        expression(element, value);
                    }
                }
            }
            return;
        }
        boolean handedOver = element.getLocalName().equals("in");
        if (handedOver && name.equals("source")) {
            variable(element, value);
        } else if (!(handedOver && name.equals("businessKey") && SAME_OBJECT.contains(value))) {
            expression(element, value);
        }
    }

    private void delegate(Element element, String value) {
        if (!STEPS.contains(element.getLocalName())) {
            found(element, "foreign-attribute", "camunda:delegateExpression");
            return;
        }
        Optional<String> step = step(value);
        if (step.isEmpty()) {
            found(element, "step-expression", value, A_STEP);
        } else if (!steps.contains(step.get())) {
            found(element, "step-unknown", step.get(), String.join(", ", new TreeSet<>(steps)));
        }
    }

    private void text(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        boolean condition = element.getLocalName().equals("conditionExpression");
        if (condition && element.getAttribute("language").isEmpty() && !Expression.isIn(text.toString())) {
            found(element, "condition-not-an-expression", text.toString().strip(), A_CONDITION);
        } else if (!element.getLocalName().equals("script")) {
            expression(element, text.toString());
        }
    }

    private void variable(Element element, String value) {
        if (Expression.isIn(value)) {
            expression(element, value);
        } else if (!variables.contains(value)) {
            found(element, "variable-unknown", value, String.join(", ", variables));
        }
    }

    private void expression(Element element, String text) {
        if (!Expression.isIn(text)) {
            return;
        }
        Optional<Expression> expression = Expression.of(text);
        if (expression.isEmpty()) {
            found(element, "expression-not-simple", text.strip(), A_CONDITION);
            return;
        }
        for (String variable : new TreeSet<>(expression.get().variables())) {
            if (!variables.contains(variable)) {
                found(element, "variable-unknown", variable, String.join(", ", variables));
            }
        }
    }

    private static boolean isScriptTask(Element script) {
        return script.getParentNode() != null
                && "scriptTask".equals(script.getParentNode().getLocalName());
    }

    /** Only the outermost foreign element is reported. */
    private static boolean isPartOfForeign(Element element) {
        Node parent = element.getParentNode();
        return parent instanceof Element outer
                && !DiagramXml.BPMN.equals(outer.getNamespaceURI())
                && !(DiagramXml.CAMUNDA.equals(outer.getNamespaceURI()) && ELEMENTS.contains(outer.getLocalName()));
    }

    /** The finding stands at the element that a person sees: the nearest with an id in the process. */
    private void found(Element element, String code, Object... args) {
        Element seen = element;
        while (isDetail(seen) && seen.getParentNode() instanceof Element parent) {
            seen = parent;
        }
        findings.add(Finding.of(file, seen.getAttribute("id"), code, args));
    }

    private static boolean isDetail(Element element) {
        return !DiagramXml.BPMN.equals(element.getNamespaceURI())
                || element.getAttribute("id").isEmpty()
                || element.getLocalName().endsWith("EventDefinition")
                || element.getLocalName().endsWith("Expression")
                || element.getLocalName().equals("multiInstanceLoopCharacteristics");
    }
}
