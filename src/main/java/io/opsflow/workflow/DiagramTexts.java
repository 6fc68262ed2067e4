package io.opsflow.workflow;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The texts of a diagram in both languages: the English ones, and the Chinese ones that stand beside them. */
final class DiagramTexts {

    private static final String NAME = "name" + Translations.CHINESE;
    private static final String DOCUMENTATION = "documentation" + Translations.CHINESE;

    private final Document document;

    private DiagramTexts(Document document) {
        this.document = document;
    }

    /**
     * Reads a diagram.
     *
     * @throws IllegalArgumentException it is not XML, or it declares a document type
     */
    static DiagramTexts of(String xml) {
        try {
            return new DiagramTexts(DiagramXml.read(xml));
        } catch (SAXException broken) {
            throw new IllegalArgumentException("Not a diagram", broken);
        }
    }

    /**
     * A diagram with names and documentation for a reader of a language.
     *
     * @throws IllegalArgumentException it is not XML, or it declares a document type
     */
    static String localized(String xml, Locale locale) {
        return of(xml).localized(locale);
    }

    /** The diagram with names and documentation for a reader of a language. */
    String localized(Locale locale) {
        Document copy = (Document) document.cloneNode(true);
        if (Translations.chinese(locale)) {
            for (Element element : DiagramXml.all(copy, DiagramXml.BPMN, "*")) {
                DiagramXml.property(element, NAME).ifPresent(name -> element.setAttribute("name", name));
                DiagramXml.property(element, DOCUMENTATION).ifPresent(text -> documentation(element)
                        .ifPresent(documentation -> documentation.setTextContent(text)));
            }
        }
        return DiagramXml.write(copy);
    }

    /** The name of an element or of the process itself; its id when it has no name or does not exist. */
    String name(String id, Locale locale) {
        return element(id).flatMap(element -> name(element, locale)).orElse(id);
    }

    /** What the process, or one of its elements, says about itself; empty when it says nothing. */
    String documentation(String id, Locale locale) {
        return element(id)
                .flatMap(element -> translated(element, DOCUMENTATION, locale)
                        .or(() -> documentation(element).map(Element::getTextContent)))
                .map(String::strip)
                .orElse("");
    }

    private Optional<Element> element(String id) {
        return DiagramXml.all(document, DiagramXml.BPMN, "*").stream()
                .filter(element -> element.getAttribute("id").equals(id))
                .findFirst();
    }

    private static Optional<String> name(Element element, Locale locale) {
        return translated(element, NAME, locale)
                .or(() -> Optional.of(element.getAttribute("name")))
                .filter(name -> !name.isBlank());
    }

    private static Optional<String> translated(Element element, String property, Locale locale) {
        return Translations.chinese(locale) ? DiagramXml.property(element, property) : Optional.empty();
    }

    private static Optional<Element> documentation(Element element) {
        List<Element> documentation = DiagramXml.children(element, DiagramXml.BPMN, "documentation");
        return documentation.isEmpty() ? Optional.empty() : Optional.of(documentation.get(0));
    }
}
