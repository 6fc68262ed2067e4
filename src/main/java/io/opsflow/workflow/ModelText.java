package io.opsflow.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A model's file as it is compared: each fact on a line of its own, whoever has indented it.
 *
 * @param lines    all that it says, without its drawing
 * @param elements what each element that a person draws says itself, by id, in the order of the file
 * @param drawing  where everything stands
 * @param source   the file's own text
 */
record ModelText(List<String> lines, Map<String, String> elements, List<String> drawing, String source) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ModelText NOTHING = new ModelText(List.of(), Map.of(), List.of(), "");

    /** What contains elements that are compared on their own. */
    private static final Set<String> CONTAINERS =
            Set.of("definitions", "process", "subProcess", "transaction", "adHocSubProcess", "collaboration");

    /** Reads a file; one that does not exist says nothing. */
    static ModelText of(String file, byte @Nullable [] content) {
        if (content == null) {
            return NOTHING;
        }
        String text = new String(content, StandardCharsets.UTF_8);
        try {
            return file.endsWith(".form") ? form(text) : model(content, text);
        } catch (SAXException | JsonProcessingException notReadable) {
            // The engine has other files too, and may have accepted what this reader does not.
            return new ModelText(text.lines().toList(), Map.of(), List.of(), text);
        }
    }

    /** What a reader knows an element by: its name, or for a flow without one the names of its ends. */
    String name(String id, Locale locale) {
        DiagramTexts texts = DiagramTexts.of(source);
        String name = texts.name(id, locale);
        if (!name.equals(id)) {
            return name;
        }
        return element(id)
                .filter(element -> element.hasAttribute("sourceRef"))
                .map(flow -> texts.name(flow.getAttribute("sourceRef"), locale) + " → "
                        + texts.name(flow.getAttribute("targetRef"), locale))
                .orElse(id);
    }

    private Optional<Element> element(String id) {
        try {
            return DiagramXml.all(DiagramXml.read(source), "*", "*").stream()
                    .filter(element -> element.getAttribute("id").equals(id))
                    .findFirst();
        } catch (SAXException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ModelText form(String text) throws JsonProcessingException {
        String pretty = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(text));
        return new ModelText(pretty.lines().toList(), Map.of(), List.of(), text);
    }

    private static ModelText model(byte[] content, String text) throws SAXException {
        Document xml = DiagramXml.read(content);
        List<String> lines = new ArrayList<>();
        print(xml.getDocumentElement(), "", ModelText::isDrawing, lines);
        Map<String, String> elements = new LinkedHashMap<>();
        List<String> drawing = new ArrayList<>();
        for (Element element : DiagramXml.all(xml, "*", "*")) {
            if (isDrawing(element)) {
                print(element, "", none -> false, drawing);
            } else if (isOwn(element)) {
                List<String> own = new ArrayList<>();
                print(element, "", part -> isOwn(part) || isDrawing(part) || isArrow(part), own);
                elements.put(element.getAttribute("id"), String.join("\n", own));
            }
        }
        return new ModelText(lines, elements, drawing, text);
    }

    private static boolean isOwn(Element element) {
        return element.getParentNode() instanceof Element parent
                && CONTAINERS.contains(parent.getLocalName())
                && !element.getAttribute("id").isEmpty()
                && !isDrawing(element)
                && !element.getLocalName().equals("documentation");
    }

    private static boolean isDrawing(Element element) {
        return element.getLocalName().equals("BPMNDiagram")
                || element.getLocalName().equals("DMNDI");
    }

    /** Which flows lead here is said by the flows. */
    private static boolean isArrow(Element element) {
        return element.getLocalName().equals("incoming")
                || element.getLocalName().equals("outgoing");
    }

    private static void print(Element element, String indent, Predicate<Element> leftOut, List<String> lines) {
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            attributes.put(attribute.getNodeName(), attribute.getNodeValue());
        }
        StringBuilder start = new StringBuilder(indent).append('<').append(element.getNodeName());
        attributes.forEach((name, value) -> start.append(' ')
                .append(name)
                .append("=\"")
                .append(value.replace("\n", "\\n"))
                .append('"'));
        lines.add(start.append('>').toString());
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element part) {
                if (!leftOut.test(part)) {
                    print(part, indent + "  ", leftOut, lines);
                }
            } else if (child.getNodeType() != Node.COMMENT_NODE
                    && !child.getNodeValue().isBlank()) {
                child.getNodeValue().strip().lines().forEach(line -> lines.add(indent + "  " + line.strip()));
            }
        }
    }
}
