package io.opsflow.workflow;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Which variables a process needs: what nobody reads does not become one. */
final class ModelVariables {

    private ModelVariables() {}

    /**
     * The variables that a diagram and its forms read: names in expressions, lists that a step is repeated over, what is
     * handed to a called process, and fields that only show something.
     *
     * @param xml   the diagram
     * @param forms the forms of the same deployment
     * @throws IllegalArgumentException the diagram is not XML, or declares a document type
     */
    static Set<String> read(String xml, Collection<FormSchema> forms) {
        Set<String> variables = new TreeSet<>();
        try {
            for (Element element : DiagramXml.all(DiagramXml.read(xml), "*", "*")) {
                if (!DiagramXml.DI.equals(element.getNamespaceURI())) {
                    read(element, variables);
                }
            }
        } catch (SAXException broken) {
            throw new IllegalArgumentException("Not a diagram", broken);
        }
        forms.forEach(form -> variables.addAll(form.readOnlyKeys()));
        return variables;
    }

    private static void read(Element element, Set<String> variables) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            String name = attribute.getLocalName();
            if (name.equals("delegateExpression")) {
                continue; // a step, not a variable
            }
            boolean names = name.equals("collection")
                    || (name.equals("source") && element.getLocalName().equals("in"));
            if (names && !Expression.isIn(attribute.getValue())) {
                variables.add(attribute.getValue());
            } else {
                variables.addAll(Expression.namesIn(attribute.getValue()));
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                variables.addAll(Expression.namesIn(child.getNodeValue()));
            }
        }
    }
}
