package io.opsflow.accounts.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.opsflow.accounts.ApiTokenDetails;
import io.opsflow.accounts.ApiTokens;
import io.opsflow.design.Ago;
import io.opsflow.design.Card;
import io.opsflow.design.Chip;
import io.opsflow.design.Confirm;
import io.opsflow.design.Formats;
import io.opsflow.design.Notice;
import io.opsflow.design.Tone;
import io.opsflow.kernel.Texts;
import java.time.Instant;
import java.util.List;

/** My personal tokens: what they may do, until when, and when they were used. */
class TokensCard extends Composite<Card> {

    private final ApiTokens tokens;
    private final Div lines = new Div();

    TokensCard(ApiTokens tokens, Texts texts) {
        this.tokens = tokens;
        Button add =
                new Button(getTranslation("tokens.add"), click -> new AddTokenDialog(tokens, texts, this::show).open());
        getContent().aside(add);
        getContent().add(UserWords.dim(getTranslation("tokens.intro")), lines);
        show();
    }

    @Override
    protected Card initContent() {
        return new Card(getTranslation("tokens.mine"));
    }

    private void show() {
        lines.removeAll();
        List<ApiTokenDetails> mine = tokens.mine();
        if (mine.isEmpty()) {
            lines.add(new Span(getTranslation("tokens.none")));
        }
        mine.forEach(token -> lines.add(line(token)));
    }

    private Div line(ApiTokenDetails token) {
        Span name = new Span(token.name());
        Span scopes = UserWords.dim(
                token.scopes().isEmpty() ? getTranslation("tokens.no-scopes") : String.join(" · ", token.scopes()));
        Span times = UserWords.dim(getTranslation("tokens.until", Formats.dateTime(token.expiresAt())) + " · ");
        Instant used = token.lastUsedAt();
        if (used == null) {
            times.add(getTranslation("tokens.never-used"));
        } else {
            times.add(new Span(getTranslation("tokens.last-used") + " "), Ago.of(used));
        }
        Div text = new Div(name, scopes, times);
        Button revoke = new Button(getTranslation("tokens.revoke"), click -> ask(token));
        revoke.addThemeNames("small");
        Div right = new Div(revoke);
        right.addClassName("ops-row");
        if (token.expired()) {
            right.addComponentAsFirst(Chip.of(getTranslation("tokens.expired"), Tone.BAD));
        } else if (token.readOnly()) {
            right.addComponentAsFirst(Chip.of(getTranslation("tokens.reads"), Tone.CALM));
        }
        Div line = new Div(text, right);
        line.addClassName("ops-session");
        return line;
    }

    private void ask(ApiTokenDetails token) {
        Confirm.ask(
                getTranslation("tokens.revoke.question", token.name()),
                getTranslation("tokens.revoke.effect"),
                getTranslation("tokens.revoke"),
                () -> revoke(token));
    }

    private void revoke(ApiTokenDetails token) {
        try {
            tokens.revoke(token.id());
            Notice.done(getTranslation("tokens.revoked"));
        } finally {
            show(); // also when it was gone already
        }
    }
}
