package io.opsflow.accounts.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.opsflow.accounts.AddApiToken;
import io.opsflow.accounts.ApiTokens;
import io.opsflow.accounts.NewApiToken;
import io.opsflow.design.Attempt;
import io.opsflow.design.DialogButtons;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes a personal token, and shows it once. */
class AddTokenDialog extends Dialog {

    private static final List<Integer> DAYS = List.of(7, 30, 90, 180, 365);

    private final ApiTokens tokens;
    private final Texts texts;
    private final Runnable changed;
    private final TextField name = new TextField(getTranslation("tokens.name"));
    private final CheckboxGroup<String> scopes = new CheckboxGroup<>(getTranslation("tokens.scopes"));
    private final Checkbox readOnly = new Checkbox(getTranslation("tokens.read-only"));
    private final Select<Integer> days = new Select<>();

    AddTokenDialog(ApiTokens tokens, Texts texts, Runnable changed) {
        this.tokens = tokens;
        this.texts = texts;
        this.changed = changed;
        setHeaderTitle(getTranslation("tokens.add"));
        setWidth("460px");
        name.setWidthFull();
        name.setMaxLength(100);
        name.setAutofocus(true);
        scopes.setItems(tokens.possibleScopes());
        scopes.setItemLabelGenerator(scope -> scope + " · " + getTranslation("permission." + scope));
        scopes.addThemeNames("vertical");
        days.setLabel(getTranslation("tokens.days"));
        days.setItems(choices());
        days.setItemLabelGenerator(value -> getTranslation("tokens.days.value", value));
        days.setValue(choices().get(Math.min(2, choices().size() - 1)));
        Div fields = new Div(name, scopes, readOnly, days);
        fields.addClassName("ops-stack");
        add(fields);
        DialogButtons.of(this, getTranslation("tokens.create"), this::create);
    }

    private List<Integer> choices() {
        int longest = (int) tokens.longest().toDays();
        List<Integer> choices =
                new ArrayList<>(DAYS.stream().filter(value -> value <= longest).toList());
        return choices.isEmpty() ? List.of(longest) : choices;
    }

    private void create() {
        name.setInvalid(false);
        scopes.setInvalid(false);
        Instant end = tokens.endAfter(Duration.ofDays(days.getValue()));
        AddApiToken request = new AddApiToken(name.getValue(), scopes.getValue(), readOnly.getValue(), end);
        Attempt.of(() -> show(tokens.add(request)), errors -> errors.forEach(this::refuse));
    }

    private void show(NewApiToken made) {
        close();
        changed.run();
        new TokenOnceDialog(made).open();
    }

    private void refuse(FieldError error) {
        HasValidation field = error.field().equals("scopes") ? scopes : name;
        field.setErrorMessage(texts.of(getLocale(), error));
        field.setInvalid(true);
    }
}
