package io.opsflow.workflow;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Finds texts of a diagram that have no Chinese beside them. */
final class DiagramTranslations {

    private DiagramTranslations() {}

    static List<Finding> missing(String file, Document xml, String process) {
        List<Finding> findings = new ArrayList<>();
        for (Element element : DiagramXml.all(xml, DiagramXml.BPMN, "*")) {
            boolean shown = element.getAttribute("id").equals(process) || isInside(element);
            if (shown && !element.getAttribute("name").isBlank()) {
                translated(file, element, "name", findings);
            }
            if (element.getLocalName().equals("process")
                    && !DiagramXml.children(element, DiagramXml.BPMN, "documentation")
                            .isEmpty()) {
                translated(file, element, "documentation", findings);
            }
        }
        return findings;
    }

    private static void translated(String file, Element element, String text, List<Finding> findings) {
        String translation = text + Translations.CHINESE;
        if (DiagramXml.property(element, translation)
                .filter(value -> !value.isBlank())
                .isEmpty()) {
            findings.add(Finding.of(file, element.getAttribute("id"), "not-translated", text, translation));
        }
    }

    private static boolean isInside(Element element) {
        for (Node parent = element.getParentNode(); parent != null; parent = parent.getParentNode()) {
            if ("process".equals(parent.getLocalName()) || "collaboration".equals(parent.getLocalName())) {
                return true;
            }
        }
        return false;
    }
}
