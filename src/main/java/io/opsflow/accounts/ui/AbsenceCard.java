package io.opsflow.accounts.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.opsflow.accounts.DelegationDetails;
import io.opsflow.accounts.DelegationFilter;
import io.opsflow.accounts.DelegationState;
import io.opsflow.accounts.Delegations;
import io.opsflow.design.Card;
import io.opsflow.design.Chip;
import io.opsflow.design.Confirm;
import io.opsflow.design.Formats;
import io.opsflow.design.Notice;
import io.opsflow.design.Tone;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Texts;
import java.util.List;

/** Who does my tasks while I am away, and whose I do: what is, what will be and what was lately. */
class AbsenceCard extends Composite<Card> {

    private static final int SHOWN = 8;

    private final Delegations delegations;
    private final String me;
    private final Div lines = new Div();

    AbsenceCard(Delegations delegations, String me, Texts texts) {
        this.delegations = delegations;
        this.me = me;
        Button set = new Button(
                getTranslation("absence.set"), click -> new AbsenceDialog(delegations, texts, this::show).open());
        getContent().aside(set);
        getContent().add(UserWords.dim(getTranslation("absence.intro")), lines);
        show();
    }

    @Override
    protected Card initContent() {
        return new Card(getTranslation("absence.title"));
    }

    private void show() {
        lines.removeAll();
        List<DelegationDetails> mine = delegations
                .page(new DelegationFilter(me, null), Paging.first(SHOWN))
                .items();
        mine.forEach(delegation -> lines.add(line(delegation)));
    }

    private Div line(DelegationDetails delegation) {
        boolean away = delegation.absent().equals(me);
        Span who = new Span(
                away
                        ? getTranslation("absence.does-mine", delegation.colleagueName())
                        : getTranslation("absence.does-theirs", delegation.absentName()));
        Span when = UserWords.dim(getTranslation(
                "absence.from-to", Formats.dateTime(delegation.from()), Formats.dateTime(delegation.to())));
        Div text = new Div(who, when);
        if (delegation.reason() != null) {
            text.add(UserWords.dim(delegation.reason()));
        }
        Div right = new Div(Chip.of(
                getTranslation("absence.state." + delegation.state().code()),
                delegation.state() == DelegationState.CURRENT ? Tone.WORK : Tone.CALM));
        right.addClassName("ops-stack");
        if (delegation.endable()) {
            Button end = new Button(getTranslation("absence.end"), click -> ask(delegation));
            end.addThemeNames("small");
            right.add(end);
        }
        Div line = new Div(text, right);
        line.addClassName("ops-session");
        return line;
    }

    private void ask(DelegationDetails delegation) {
        Confirm.ask(
                getTranslation("absence.end.question", delegation.colleagueName()),
                getTranslation("absence.end.effect"),
                getTranslation("absence.end"),
                () -> end(delegation));
    }

    private void end(DelegationDetails delegation) {
        try {
            delegations.end(delegation.id());
            Notice.done(getTranslation("absence.ended"));
        } finally {
            show(); // also when it was over already
        }
    }
}
