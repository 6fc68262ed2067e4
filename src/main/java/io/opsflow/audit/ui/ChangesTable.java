package io.opsflow.audit.ui;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.opsflow.audit.AuditDetails.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has become different, field by field: what goes, what comes. */
final class ChangesTable extends Composite<Div> {

    private static final ObjectMapper JSON = new ObjectMapper();

    ChangesTable(List<Change> changes) {
        getContent().addClassName("audit-changes");
        changes.forEach(this::add);
    }

    private void add(Change change) {
        Span field = new Span(change.field());
        field.addClassName("audit-field");
        Div row = new Div(field, value(change.before(), "goes"), value(change.after(), "comes"));
        row.addClassName("audit-change");
        getContent().add(row);
    }

    private Div value(@Nullable Object value, String css) {
        Div shown = new Div();
        shown.addClassNames("audit-value", value == null ? "none" : css);
        String label = getTranslation(css.equals("goes") ? "audit.before" : "audit.after");
        Span name = new Span(label);
        name.addClassName("audit-label");
        Span text = new Span(value == null ? "—" : text(value));
        shown.add(name, text);
        return shown;
    }

    private static String text(Object value) {
        try {
            return value instanceof String text ? text : JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            return value.toString();
        }
    }
}
