package io.opsflow.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads and writes a diagram's XML: no document type, so no entities, and nothing is ever fetched. */
final class DiagramXml {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** Diagrams are flat; only an attack is deeper than this. */
    private static final int DEEPEST = 100;

    private static final int MOST_ATTRIBUTES = 200;

    private DiagramXml() {}

    /**
     * Reads a diagram.
     *
     * @throws SAXException it is not XML, or it declares a document type
     */
    static Document read(byte[] xml) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
            factory.setAttribute("jdk.xml.elementAttributeLimit", MOST_ATTRIBUTES);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException | IOException impossible) {
            throw new IllegalStateException("The JDK's own XML parser cannot be hardened", impossible);
        }
    }

    static Document read(String xml) throws SAXException {
        return read(xml.getBytes(StandardCharsets.UTF_8));
    }

    static String write(Document document) {
        try {
            TransformerFactory factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Transformer transformer = factory.newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            StringWriter text = new StringWriter();
            transformer.transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (TransformerException impossible) {
            throw new IllegalStateException("A document that was read cannot be written", impossible);
        }
    }

    /** All elements with a name, in the order of the document; {@code *} stands for any. */
    static List<Element> all(Document document, String namespace, String name) {
        List<Element> elements = new ArrayList<>();
        var found = document.getElementsByTagNameNS(namespace, name);
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    static List<Element> children(Element parent, String namespace, String name) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element
                    && namespace.equals(element.getNamespaceURI())
                    && (name.equals("*") || name.equals(element.getLocalName()))) {
                children.add(element);
            }
        }
        return children;
    }

    /** The value of one of an element's own {@code camunda:property}s. */
    static Optional<String> property(Element element, String name) {
        for (Element extension : children(element, BPMN, "extensionElements")) {
            for (Element properties : children(extension, CAMUNDA, "properties")) {
                for (Element property : children(properties, CAMUNDA, "property")) {
                    if (property.getAttribute("name").equals(name)) {
                        return Optional.of(property.getAttribute("value"));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Nothing is printed on the console, as the parser would by itself. */
    private static final class Strict implements ErrorHandler {

        @Override
        public void warning(SAXParseException warning) {}

        @Override
        public void error(SAXParseException error) throws SAXException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
