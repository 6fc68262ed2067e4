package io.opsflow.design;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A process diagram, rendered by the real bpmn-js, with the place where the process stands. */
@Tag("ops-diagram")
@JsModule("./src/ops-diagram.ts")
@NpmPackage(value = "bpmn-js", version = "18.31.1")
public final class OpsDiagram extends Component implements HasSize, HasStyle {

    private static final ObjectMapper JSON = new ObjectMapper();

    public OpsDiagram() {
        addClassName("ops-diagram");
    }

    /** Shows a diagram without a process in it; the name is read to those who cannot see it. */
    public void show(String xml, String name) {
        show(xml, name, List.of(), List.of(), Map.of());
    }

    /**
     * Shows a diagram.
     *
     * @param xml    BPMN, with names already in the reader's language
     * @param name   what it shows, for those who cannot see it
     * @param active activities where the process stands
     * @param done   activities it has passed
     * @param notes  short plain texts to stand at activities, such as a person or a time
     */
    public void show(String xml, String name, List<String> active, List<String> done, Map<String, String> notes) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("name", name);
        state.put("active", active);
        state.put("done", done);
        state.put("notes", notes);
        Map<String, String> texts = new LinkedHashMap<>();
        List.of("zoomIn", "zoomOut", "fit", "loading", "failed")
                .forEach(key -> texts.put(key, getTranslation("design.diagram." + key)));
        getElement().callJsFunction("show", xml, json(state), json(texts));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON", e);
        }
    }
}
