package io.opsflow.workflow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * What is deployed as a whole, as it comes with the product: one diagram with the forms that it names, or one decision
 * alone.
 *
 * @param kind  what it is
 * @param key   the id of the process or of the decision, which is its file's name as well
 * @param files the contents by file name, with line ends as on Unix: a Git checkout on Windows changes no content
 * @param calls the keys of the processes that it calls
 */
record ModelUnit(Kind kind, String key, SortedMap<String, String> files, Set<String> calls) {

    /** What can be deployed, and where the engine keeps its versions. */
    enum Kind {
        /** A table of rules. */
        DECISION(".dmn", "ACT_RE_DECISION_DEF"),
        /** A diagram. */
        PROCESS(".bpmn", "ACT_RE_PROCDEF");

        private final String ending;
        private final String table;

        Kind(String ending, String table) {
            this.ending = ending;
            this.table = table;
        }

        /** How its files' names end. */
        String ending() {
            return ending;
        }

        /** The engine's table of its versions. */
        String table() {
            return table;
        }
    }

    /**
     * A diagram with those of the forms that it names.
     *
     * @throws IllegalArgumentException it is not XML
     */
    static ModelUnit process(String key, String diagram, Map<String, String> formsById) {
        Document xml = read(key, diagram);
        SortedMap<String, String> files = new TreeMap<>();
        files.put(key + Kind.PROCESS.ending, lines(diagram));
        DiagramXml.all(xml, DiagramXml.BPMN, "userTask").stream()
                .map(task -> task.getAttributeNS(DiagramXml.CAMUNDA, "formRef"))
                .filter(formsById::containsKey)
                .forEach(form -> files.put(form + ".form", lines(formsById.getOrDefault(form, ""))));
        Set<String> calls = new TreeSet<>();
        DiagramXml.all(xml, DiagramXml.BPMN, "callActivity")
                .forEach(call -> calls.add(call.getAttribute("calledElement")));
        return new ModelUnit(Kind.PROCESS, key, files, calls);
    }

    /** A decision. */
    static ModelUnit decision(String key, String table) {
        return new ModelUnit(
                Kind.DECISION, key, new TreeMap<>(Map.of(key + Kind.DECISION.ending, lines(table))), Set.of());
    }

    /** What the unit is recognised by: two units with the same digest have the same content. */
    String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            files.forEach((file, content) -> {
                sha.update(file.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
                sha.update(content.getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String lines(String content) {
        return content.replace("\r\n", "\n");
    }

    private static Document read(String key, String diagram) {
        try {
            return DiagramXml.read(diagram);
        } catch (SAXException e) {
            throw new IllegalArgumentException(key, e);
        }
    }
}
