package io.opsflow.assets.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.assets.ReminderDetails;
import io.opsflow.assets.ReminderKey;
import io.opsflow.assets.Reminders;
import io.opsflow.design.Card;
import io.opsflow.design.Chip;
import io.opsflow.design.KeyValues;
import io.opsflow.design.ObjectPreview;
import io.opsflow.design.Tone;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the inbox shows of a reminder: what ends, when, and for which machine. */
@Component
class ReminderPreview implements ObjectPreview {

    private final Reminders reminders;

    ReminderPreview(Reminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public Optional<Preview> of(String key) {
        if (!ReminderKey.isKey(key) || !Actor.may(Permissions.ASSETS_VIEW)) {
            return Optional.empty();
        }
        ReminderDetails reminder = reminders.get(ReminderKey.of(key));
        String contract =
                I18NProvider.translate("assets.contract." + reminder.contract().code());
        Chip state = Chip.of(
                I18NProvider.translate("assets.status." + reminder.status().code()),
                reminder.status().isFinal() ? Tone.GOOD : Tone.WAIT);
        Span line = new Span(I18NProvider.translate(
                "assets.reminder.line", contract, reminder.endsOn().toString()));
        line.addClassName("ops-muted");
        KeyValues facts = new KeyValues()
                .fact(
                        I18NProvider.translate("assets.kind." + reminder.kind().code()),
                        new Anchor(reminder.path(), reminder.name()))
                .fact(I18NProvider.translate("assets.reminder.contract"), contract)
                .fact(
                        I18NProvider.translate("assets.reminder.ends"),
                        reminder.endsOn().toString());
        return Optional.of(
                new Preview(List.of(state), line, new Card(I18NProvider.translate("assets.reminder"), facts)));
    }
}
