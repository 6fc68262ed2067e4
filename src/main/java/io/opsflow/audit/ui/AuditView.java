package io.opsflow.audit.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.opsflow.audit.Audit;
import io.opsflow.audit.AuditChecks;
import io.opsflow.audit.AuditItem;
import io.opsflow.design.Filters;
import io.opsflow.design.ListPage;
import io.opsflow.design.ObjectFinder;
import io.opsflow.kernel.Period;
import io.opsflow.kernel.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who did what: all entries, the newest first. */
@Route(AuditRoutes.LIST)
@Menu(title = "audit.menu", order = 450, icon = "audit")
@RolesAllowed("audit.view")
class AuditView extends ListPage<AuditItem> implements HasDynamicTitle {

    private final Anchor export;

    AuditView(Audit audit, AuditChecks checks, Texts texts, List<ObjectFinder> finders) {
        super("audit.title", (filters, paging) -> audit.find(AuditFilters.of(filters), paging));
        addClassName("audit");
        search(AuditFilters.TEXT, "audit.filter.text");
        search(AuditFilters.ACTOR, "audit.filter.actor");
        search(AuditFilters.OBJECT, "audit.filter.object");
        choice(AuditFilters.ACTION, "audit.filter.action", AuditWords.allActions());
        choice(AuditFilters.RESULT, "audit.filter.result", AuditWords.results());
        choice(AuditFilters.WAY, "audit.filter.way", AuditWords.ways());
        day(AuditFilters.FROM, "audit.filter.from");
        day(AuditFilters.TO, "audit.filter.to");
        pinned(AuditFilters.TRACE);
        export = new Anchor("", getTranslation("audit.export"));
        export.setRouterIgnore(true);
        export.getElement().setAttribute("download", "");
        above(new AuditCheckPanel(checks, texts));
        column("audit.column.time", AuditItem::createdAt).width("120px");
        column("audit.column.who", AuditWords::who).width("170px");
        column("audit.column.action", entry -> AuditWords.action(entry.action()))
                .grows();
        column("audit.column.object", entry -> AuditWords.object(entry, finders))
                .width("130px");
        column("audit.column.result", AuditWords::result).width("100px");
        column("audit.column.way", entry -> AuditWords.way(entry.way())).width("96px");
        column("audit.column.address", AuditItem::address).width("130px");
        column("audit.column.trace", AuditItem::traceId).width("160px").hidden();
        narrow(AuditLine::new);
        onOpen(entry -> AuditRoutes.one(entry.id()));
        empty("audit", "audit.empty", "audit.empty.hint");
        foot(export);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        super.beforeEnter(event);
        narrowed();
    }

    @Override
    protected void narrowed() {
        export.setHref("/api/v1/audit/export" + query(filters()));
    }

    /** The same filters as the API takes them; days are days of the reader. */
    private static String query(Filters filters) {
        Map<String, String> parameters = new HashMap<>(filters.values());
        Period days = AuditFilters.days(filters);
        parameters.remove(AuditFilters.FROM);
        parameters.remove(AuditFilters.TO);
        if (days.from() != null) {
            parameters.put("from", days.from().toString());
        }
        if (days.to() != null) {
            parameters.put("to", days.to().toString());
        }
        String query = QueryParameters.simple(parameters).getQueryString();
        return query.isEmpty() ? "" : "?" + query;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("audit.title");
    }
}
