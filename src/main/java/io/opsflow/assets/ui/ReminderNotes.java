package io.opsflow.assets.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.assets.ReminderDetails;
import io.opsflow.assets.ReminderStatus;
import io.opsflow.design.Banner;
import io.opsflow.design.Tone;
import java.util.List;

/** What a page says of contracts on which somebody is to decide. */
final class ReminderNotes {

    private ReminderNotes() {}

    static List<Component> of(List<ReminderDetails> open) {
        return open.stream()
                .filter(reminder -> reminder.status() == ReminderStatus.PENDING_DECISION)
                .<Component>map(reminder -> Banner.of(
                        Tone.WAIT,
                        I18NProvider.translate(
                                "assets.reminder.open",
                                I18NProvider.translate(
                                        "assets.contract." + reminder.contract().code()),
                                reminder.endsOn().toString(),
                                reminder.key().toString(),
                                I18NProvider.translate(
                                        "assets.status." + reminder.status().code()))))
                .toList();
    }
}
