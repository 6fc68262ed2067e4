package io.opsflow.accounts.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.opsflow.design.Languages;
import io.opsflow.design.Preferences;
import io.opsflow.design.Preferences.Theme;
import io.opsflow.kernel.Texts;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;

/** Language, time zone and colours. */
class SettingsForm extends Composite<Div> {

    private final Preferences preferences;
    private final Runnable saved;
    private final Select<Locale> language = new Select<>();
    private final ComboBox<String> zone = new ComboBox<>();
    private final Select<Theme> theme = new Select<>();

    SettingsForm(Preferences preferences, Runnable saved) {
        this.preferences = preferences;
        this.saved = saved;
        language.setLabel(getTranslation("accounts.profile.language"));
        language.setItems(Languages.ALL);
        language.setItemLabelGenerator(Languages::name);
        language.setValue(Texts.language(getLocale()));
        zone.setLabel(getTranslation("accounts.profile.zone"));
        zone.setItems(ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("SystemV/") && !id.startsWith("Etc/"))
                .sorted()
                .toList());
        zone.setValue(preferences.zone().getId());
        theme.setLabel(getTranslation("accounts.profile.theme"));
        theme.setItems(Theme.values());
        theme.setItemLabelGenerator(item -> getTranslation("accounts.profile.theme." + item));
        theme.setValue(preferences.theme());
        Button save = new Button(getTranslation("accounts.profile.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getContent().addClassName("ops-stack");
        getContent().add(language, zone, theme, save);
    }

    private void save() {
        String chosen =
                Objects.requireNonNullElse(zone.getValue(), preferences.zone().getId());
        preferences.change(language.getValue(), ZoneId.of(chosen), theme.getValue());
        saved.run();
        getUI().ifPresent(ui -> Languages.switchTo(ui, language.getValue()));
    }
}
