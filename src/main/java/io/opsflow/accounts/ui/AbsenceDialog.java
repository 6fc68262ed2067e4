package io.opsflow.accounts.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.opsflow.accounts.Delegations;
import io.opsflow.accounts.SetDelegation;
import io.opsflow.design.Attempt;
import io.opsflow.design.DialogButtons;
import io.opsflow.design.Formats;
import io.opsflow.design.Notice;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.Texts;
import io.opsflow.workflow.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks who does my tasks from when until when, in my own zone. */
class AbsenceDialog extends Dialog {

    private final Delegations delegations;
    private final Texts texts;
    private final Runnable changed;
    private final ComboBox<Person> colleague = new ComboBox<>(getTranslation("field.colleague"));
    private final DateTimePicker from = new DateTimePicker(getTranslation("field.from"));
    private final DateTimePicker to = new DateTimePicker(getTranslation("field.to"));
    private final TextField reason = new TextField(getTranslation("absence.reason"));

    AbsenceDialog(Delegations delegations, Texts texts, Runnable changed) {
        this.delegations = delegations;
        this.texts = texts;
        this.changed = changed;
        setHeaderTitle(getTranslation("absence.set"));
        setWidth("460px");
        colleague.setItemLabelGenerator(person -> person.name() + " · " + person.username());
        colleague.setItems(query ->
                delegations.colleagues(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        colleague.setAutofocus(true);
        reason.setMaxLength(500);
        LocalDateTime now = local(Formats.now()).truncatedTo(ChronoUnit.MINUTES);
        from.setValue(now);
        to.setValue(now.plusDays(1));
        for (DateTimePicker picker : new DateTimePicker[] {from, to}) {
            picker.setLocale(getLocale());
            picker.setDatePickerI18n(new DatePickerI18n().setDateFormat("yyyy-MM-dd"));
            picker.setStep(Duration.ofMinutes(30));
            picker.setManualValidation(true);
        }
        from.setHelperText(getTranslation("absence.zone", Formats.zone().getId()));
        colleague.setManualValidation(true);
        Div fields = new Div(colleague, from, to, reason);
        fields.addClassName("ops-stack");
        fields.getChildren().forEach(field -> field.getElement().getStyle().set("width", "100%"));
        add(fields);
        DialogButtons.of(this, getTranslation("absence.set.button"), this::set);
    }

    private void set() {
        for (HasValidation field : new HasValidation[] {colleague, from, to, reason}) {
            field.setInvalid(false);
        }
        Person chosen = colleague.getValue();
        Instant end = instant(to.getValue());
        SetDelegation request = new SetDelegation(
                null, chosen == null ? "" : chosen.username(), instant(from.getValue()), end, reason.getValue());
        if (Attempt.of(() -> delegations.set(request), errors -> errors.forEach(this::refuse))) {
            close();
            Notice.done(getTranslation("absence.done"));
            changed.run();
        }
    }

    private void refuse(FieldError error) {
        HasValidation field = Map.<String, HasValidation>of("from", from, "to", to, "reason", reason)
                .getOrDefault(error.field(), colleague);
        field.setErrorMessage(texts.of(getLocale(), error));
        field.setInvalid(true);
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, Formats.zone());
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime time) {
        return time == null ? null : time.atZone(Formats.zone()).toInstant();
    }
}
