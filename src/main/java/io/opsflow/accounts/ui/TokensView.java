package io.opsflow.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opsflow.accounts.ApiTokenDetails;
import io.opsflow.accounts.ApiTokens;
import io.opsflow.design.Ago;
import io.opsflow.design.Confirm;
import io.opsflow.design.Formats;
import io.opsflow.design.ListPage;
import io.opsflow.design.Notice;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;

/** Everybody's personal tokens, for administrators: who has given what to programs, and the way to end it. */
@Route("tokens")
@Menu(title = "tokens.all", order = 440, icon = "key")
@RolesAllowed("accounts.manage")
class TokensView extends ListPage<ApiTokenDetails> implements HasDynamicTitle {

    private static final String OWNER = "username";

    private final ApiTokens tokens;

    TokensView(ApiTokens tokens) {
        super("tokens.all", (filters, paging) -> tokens.find(filters.get(OWNER), paging));
        this.tokens = tokens;
        search(OWNER, "tokens.owner");
        column("tokens.owner", ApiTokenDetails::username).width("130px");
        column("tokens.name", ApiTokenDetails::name).grows();
        column("tokens.scopes", token -> String.join(" · ", token.scopes())).width("260px");
        column("tokens.created", token -> Ago.of(token.createdAt())).width("120px");
        column("tokens.expiry", token -> Formats.dateTime(token.expiresAt())).width("150px");
        column("tokens.used", TokensView::used).width("130px");
        column("tokens.revoke", this::revoke).width("110px");
        narrow(this::line);
        empty("lock", "tokens.all.none", "tokens.intro");
    }

    private static Component used(ApiTokenDetails token) {
        Instant used = token.lastUsedAt();
        return used == null ? new Span("—") : Ago.of(used);
    }

    private Div line(ApiTokenDetails token) {
        Span name = new Span(token.name());
        name.addClassName("ops-strong");
        Span head = new Span(name, revoke(token));
        head.addClassName("ops-spread");
        Span facts = new Span(
                new Span(token.username()),
                new Span(getTranslation("tokens.until", Formats.dateTime(token.expiresAt()))));
        facts.addClassNames("ops-row", "ops-dim");
        Div line = new Div(head, facts);
        line.addClassName("ops-narrow-row");
        return line;
    }

    private Button revoke(ApiTokenDetails token) {
        Button revoke = new Button(
                getTranslation("tokens.revoke"),
                click -> Confirm.ask(
                        getTranslation("tokens.revoke.question", token.name()),
                        getTranslation("tokens.revoke.effect"),
                        getTranslation("tokens.revoke"),
                        () -> end(token)));
        revoke.addThemeNames("small");
        return revoke;
    }

    private void end(ApiTokenDetails token) {
        try {
            tokens.revoke(token.id());
            Notice.done(getTranslation("tokens.revoked"));
        } finally {
            refresh(); // also when it was gone already
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("tokens.all");
    }
}
