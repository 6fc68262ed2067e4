package io.opsflow.workflow.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the deployment dialog of Camunda Modeler 5 sends: the form that a browser's {@code FormData} makes. */
final class Dialog {

    static final String TYPE = "multipart/form-data; boundary=----WebKitFormBoundaryQ3Uq1bnR6cvP2x9Z";

    private static final String BOUNDARY = "--" + TYPE.substring(TYPE.indexOf('=') + 1);

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, byte[]> attachments = new LinkedHashMap<>();
    private final String diagramName;
    private final byte[] diagram;

    Dialog(String name, String diagramName, String diagram) {
        this.diagramName = diagramName;
        this.diagram = diagram.getBytes(StandardCharsets.UTF_8);
        fields.put("deployment-name", name);
        fields.put("deployment-source", "Camunda Modeler");
        fields.put("enable-duplicate-filtering", "true");
    }

    /** Ticket handling with its forms and a remark in its text. */
    static Dialog ticketHandling(String remark) {
        try (Stream<Path> forms = Files.list(Path.of("forms/tickets"))) {
            String diagram = Files.readString(Path.of("bpmn/tickets/ticket-handling.bpmn"))
                    .replaceFirst("</bpmn:documentation>", " " + remark + "</bpmn:documentation>");
            Dialog dialog = new Dialog("工单处理", "ticket-handling.bpmn", diagram);
            forms.sorted().forEach(form -> dialog.attach(form.getFileName().toString(), read(form)));
            return dialog;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Dialog attach(String name, byte[] contents) {
        attachments.put(name, contents);
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach(
                (name, value) -> part(body, "name=\"" + name + "\"", null, value.getBytes(StandardCharsets.UTF_8)));
        part(body, file(diagramName), "text/xml", diagram);
        attachments.forEach((name, contents) -> part(body, file(name), "application/octet-stream", contents));
        body.writeBytes((BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static String file(String name) {
        return "name=\"" + name + "\"; filename=\"" + name + "\"";
    }

    private static void part(ByteArrayOutputStream body, String names, @Nullable String type, byte[] contents) {
        String head = BOUNDARY + "\r\nContent-Disposition: form-data; " + names + "\r\n"
                + (type == null ? "" : "Content-Type: " + type + "\r\n") + "\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(contents);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
