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
import java.util.function.Consumer;

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
        show(xml, name, DiagramMarks.NONE);
    }

    /** Shows a diagram with a process in it; see {@link DiagramMarks}. */
    public void show(String xml, String name, List<String> active, List<String> done, Map<String, String> notes) {
        show(xml, name, new DiagramMarks(active, done, notes, Map.of(), null));
    }

    /**
     * Shows a diagram.
     *
     * @param xml   BPMN, with names already in the reader's language
     * @param name  what it shows, for those who cannot see it
     * @param marks what happens in it
     */
    public void show(String xml, String name, DiagramMarks marks) {
        Map<String, String> texts = new LinkedHashMap<>();
        List.of("zoomIn", "zoomOut", "fit", "loading", "failed")
                .forEach(key -> texts.put(key, getTranslation("design.diagram." + key)));
        getElement().callJsFunction("show", xml, name, json(marks), json(texts));
    }

    /** Other marks in the diagram that is shown, which is not drawn again. */
    public void mark(DiagramMarks marks) {
        getElement().callJsFunction("mark", json(marks));
    }

    /** Tells the id of each place that the reader clicks on; an empty one for the ground between them. */
    public void onPick(Consumer<String> picked) {
        getElement()
                .setAttribute("pickable", true)
                .addEventListener(
                        "ops-diagram-pick",
                        event -> picked.accept(event.getEventData().getString("event.detail")))
                .addEventData("event.detail");
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON", e);
        }
    }
}
