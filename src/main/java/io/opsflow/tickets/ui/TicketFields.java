package io.opsflow.tickets.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.opsflow.design.Formats;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.Texts;
import io.opsflow.tickets.CorrectTicket;
import io.opsflow.tickets.OpenTicket;
import io.opsflow.tickets.Priority;
import io.opsflow.tickets.TaskType;
import io.opsflow.tickets.TicketDetails;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a requester fills in: type, priority, title and description, each with its own error. */
final class TicketFields extends Composite<Div> {

    private final Texts texts;
    private final RadioButtonGroup<TaskType> type = new RadioButtonGroup<>();
    private final RadioButtonGroup<Priority> priority = new RadioButtonGroup<>();
    private final TextField title = new TextField();
    private final TextArea description = new TextArea();
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();

    TicketFields(Texts texts) {
        this.texts = texts;
        getContent().addClassName("ticket-fields");
        title.setLabel(getTranslation("tickets.field.title"));
        title.setPlaceholder(getTranslation("tickets.field.title.hint"));
        title.setRequiredIndicatorVisible(true);
        title.setWidthFull();
        title.setAutofocus(true);
        description.setLabel(getTranslation("tickets.field.description"));
        description.setPlaceholder(getTranslation("tickets.field.description.hint"));
        description.setMinRows(8);
        description.setMaxRows(24);
        description.setWidthFull();
        type.setLabel(getTranslation("tickets.field.type"));
        type.setItems(TaskType.values());
        type.setItemLabelGenerator(TicketWords::of);
        type.setValue(TaskType.PROBLEM);
        type.addThemeNames("segments");
        priority.setLabel(getTranslation("tickets.field.priority"));
        priority.setItems(Priority.values());
        priority.setItemLabelGenerator(TicketWords::of);
        priority.setValue(Priority.MEDIUM);
        priority.addThemeNames("segments");
        Div choices = new Div(type, priority);
        choices.addClassName("ticket-choices");
        getContent().add(title, choices, description);
        fields.put("title", title);
        fields.put("description", description);
        fields.put("task_type", type);
        fields.put("priority", priority);
        // The server alone says what is wrong, in the same words as everywhere.
        fields.values().forEach(field -> field.setManualValidation(true));
    }

    void show(TicketDetails ticket) {
        title.setValue(ticket.title());
        description.setValue(ticket.description());
        type.setValue(ticket.taskType());
        priority.setValue(ticket.priority());
    }

    OpenTicket opened() {
        clear();
        return new OpenTicket(title.getValue(), description.getValue(), type.getValue(), priority.getValue());
    }

    CorrectTicket corrected(int version) {
        clear();
        return new CorrectTicket(
                title.getValue(), description.getValue(), type.getValue(), priority.getValue(), version);
    }

    /** Every refused field says why; the first one gets the focus. */
    void refuse(List<FieldError> errors) {
        for (FieldError error : errors) {
            HasValidation field = fields.getOrDefault(error.field(), title);
            field.setInvalid(true);
            field.setErrorMessage(texts.of(Formats.locale(), error));
        }
        fields.values().stream()
                .filter(HasValidation::isInvalid)
                .findFirst()
                .map(Component.class::cast)
                .ifPresent(field -> field.getElement().callJsFunction("focus"));
    }

    private void clear() {
        fields.values().forEach(field -> field.setInvalid(false));
    }
}
