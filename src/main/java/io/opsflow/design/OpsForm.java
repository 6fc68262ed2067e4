package io.opsflow.design;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.shared.Registration;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Camunda Form, rendered by the real form-js viewer. The form checks what it can at the screen; whoever takes the
 * answers checks them again.
 */
@Tag("ops-form")
@JsModule("./src/ops-form.ts")
@NpmPackage(value = "@bpmn-io/form-js-viewer", version = "1.23.0")
public final class OpsForm extends Component implements HasSize, HasStyle {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TEXTS = List.of(
            "required",
            "pattern",
            "min",
            "max",
            "minLength",
            "maxLength",
            "email",
            "phone",
            "select",
            "search",
            "noResults",
            "allSelected",
            "errors",
            "loading",
            "failed",
            "date",
            "time",
            "remove");

    /** A sentence about one field, or about the form as a whole when the field is empty. */
    public record FieldText(String field, String text) implements Serializable {}

    public OpsForm() {
        addClassName("ops-form");
    }

    /** Shows a form: its schema and data as JSON, both already in the reader's language. */
    public void show(String schemaJson, String dataJson, boolean readOnly) {
        getElement().callJsFunction("show", schemaJson, dataJson, readOnly, texts());
    }

    /** Submits as a click on the form's own button would: checks, then tells the listeners. */
    public void submit() {
        getElement().callJsFunction("submit");
    }

    /** Is told the answers once the form finds nothing wrong with them. */
    public Registration addSubmitListener(SerializableConsumer<Map<String, Object>> listener) {
        return getElement()
                .addEventListener(
                        "ops-form-submit",
                        event -> listener.accept(answers(event.getEventData().getString("event.detail"))))
                .addEventData("event.detail");
    }

    /** Shows sentences at the fields that they are about, and moves to the first of them. */
    public void showErrors(List<FieldText> errors) {
        getElement().callJsFunction("showErrors", json(errors));
    }

    private String texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        TEXTS.forEach(name -> texts.put(name, getTranslation("design.form." + name, "{0}")));
        return json(texts);
    }

    private static Map<String, Object> answers(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the form's answers are not JSON", e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON", e);
        }
    }
}
