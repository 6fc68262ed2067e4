package io.opsflow.audit.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.opsflow.audit.Audit;
import io.opsflow.audit.AuditDetails;
import io.opsflow.audit.AuditItem;
import io.opsflow.design.Card;
import io.opsflow.design.Formats;
import io.opsflow.design.KeyValues;
import io.opsflow.design.ObjectFinder;
import io.opsflow.design.PageHead;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry: who, from where, what, and what has become different by it. */
@Route(AuditRoutes.ENTRY)
@RolesAllowed("audit.view")
class AuditEntryView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Audit audit;
    private final List<ObjectFinder> finders;
    private String title = "";

    AuditEntryView(Audit audit, List<ObjectFinder> finders) {
        this.audit = audit;
        this.finders = finders;
        addClassNames("ops-page", "audit-entry");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(audit.get(event.getRouteParameters().get("id").orElse("")));
    }

    private void show(AuditDetails details) {
        AuditItem entry = details.entry();
        title = AuditWords.action(entry.action());
        removeAll();
        add(new PageHead(title)
                .crumb(AuditRoutes.LIST, getTranslation("audit.title"), Long.toString(entry.id()))
                .marks(
                        AuditWords.result(entry),
                        new Span(AuditWords.who(entry)),
                        new Span(Formats.dateTime(entry.createdAt()))));
        Card changes = new Card(getTranslation("audit.changes"));
        if (details.changes().isEmpty()) {
            changes.add(new Span(getTranslation("audit.changes.none")));
        } else {
            changes.add(new ChangesTable(details.changes()));
        }
        add(changes, new Card(getTranslation("audit.entry"), facts(entry)));
    }

    private KeyValues facts(AuditItem entry) {
        KeyValues facts = new KeyValues()
                .fact(getTranslation("audit.column.object"), AuditWords.object(entry, finders))
                .fact(getTranslation("audit.fact.kind"), entry.objectKind())
                .fact(getTranslation("audit.fact.action"), entry.action())
                .fact(getTranslation("audit.fact.actor"), narrowed(AuditFilters.ACTOR, entry.actor()))
                .fact(getTranslation("audit.fact.behalf"), narrowed(AuditFilters.ACTOR, entry.onBehalfOf()))
                .fact(getTranslation("audit.column.way"), AuditWords.way(entry.way()))
                .fact(getTranslation("audit.column.address"), entry.address())
                .fact(getTranslation("audit.fact.means"), entry.means())
                .fact(getTranslation("audit.fact.code"), entry.code())
                .fact(getTranslation("audit.column.trace"), narrowed(AuditFilters.TRACE, entry.traceId()))
                .fact(getTranslation("audit.fact.history"), narrowed(AuditFilters.OBJECT, entry.object()));
        Long link = entry.link();
        return facts.fact(
                getTranslation("audit.fact.link"),
                link == null ? getTranslation("audit.fact.link.none") : Long.toString(link));
    }

    /** The same value in all entries. */
    private static Span narrowed(String filter, @Nullable String value) {
        return value == null || value.isBlank()
                ? new Span("—")
                : new Span(new Anchor(AuditRoutes.narrowed(filter, value), value));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
