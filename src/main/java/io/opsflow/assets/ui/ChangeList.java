package io.opsflow.assets.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.opsflow.assets.AssetChange;
import io.opsflow.assets.AssetKind;
import io.opsflow.assets.FieldChange;
import io.opsflow.assets.MoveKey;
import io.opsflow.design.Ago;
import io.opsflow.design.Card;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Permissions;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What has happened to an object, the newest first. */
final class ChangeList extends Composite<Card> {

    private static final int PAGE = 20;

    private final AssetKind kind;
    private final Function<Paging, PageOf<AssetChange>> source;
    private final Div lines = new Div();
    private final Button more = new Button(getTranslation("assets.changes.more"), click -> fetch());
    private @Nullable String after;

    ChangeList(AssetKind kind, Function<Paging, PageOf<AssetChange>> source) {
        this.kind = kind;
        this.source = source;
        lines.addClassName("asset-changes");
        more.addThemeNames("tertiary");
        getContent().add(lines, more);
        fetch();
    }

    @Override
    protected Card initContent() {
        return new Card(getTranslation("assets.changes"));
    }

    private void fetch() {
        PageOf<AssetChange> page = source.apply(new Paging(0, PAGE, null, after));
        page.items().forEach(change -> lines.add(line(change)));
        after = page.next();
        more.setVisible(after != null);
    }

    private Div line(AssetChange change) {
        Span who = new Span(change.actorName());
        who.addClassName("asset-who");
        Div head = new Div(
                who(change), new Span(getTranslation("assets.change." + change.action())), Ago.of(change.createdAt()));
        head.addClassName("asset-change-head");
        if (change.traceId() != null && Actor.may(Permissions.AUDIT_VIEW)) {
            head.add(new Anchor("audit?trace_id=" + change.traceId(), getTranslation("assets.change.audit")));
        }
        Div line = new Div(head);
        if (change.reason() != null || change.ticket() != null) {
            line.add(why(change));
        }
        change.changes().forEach(field -> line.add(field(field)));
        return line;
    }

    private Span who(AssetChange change) {
        boolean system = change.actor().equals(Actor.SYSTEM);
        String actor = system ? getTranslation("assets.change.system") : change.actorName();
        Span who = new Span(
                change.onBehalfOfName() == null
                        ? actor
                        : getTranslation("assets.change.behalf", actor, change.onBehalfOfName()));
        who.addClassName("asset-who");
        return who;
    }

    private static Div why(AssetChange change) {
        Div why = new Div();
        why.addClassName("ops-dim");
        String ticket = change.ticket();
        if (ticket != null) {
            why.add(new Anchor(path(ticket), ticket));
            why.add(" ");
        }
        why.add(change.reason() == null ? "" : change.reason());
        return why;
    }

    private static String path(String ticket) {
        if (MoveKey.isKey(ticket)) {
            return AssetRoutes.move(MoveKey.of(ticket));
        }
        return ticket.startsWith("T-") ? "tickets/" + ticket : "inbox?q=" + ticket;
    }

    private Div field(FieldChange change) {
        Div line = new Div(new Span(ChangeWords.label(change.field()) + ": "));
        if (change.before() != null) {
            Span before = new Span(ChangeWords.value(kind, change.field(), change.before(), change.was()));
            before.addClassName("asset-before");
            line.add(before, new Span(" → "));
        }
        line.add(new Span(ChangeWords.value(kind, change.field(), change.after(), change.is())));
        line.addClassName("asset-change-field");
        return line;
    }
}
