package io.opsflow.accounts.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opsflow.accounts.RoleBundles;
import io.opsflow.accounts.RoleDetails;
import io.opsflow.design.Go;
import io.opsflow.design.Key;
import io.opsflow.design.ListPage;
import io.opsflow.kernel.Texts;
import jakarta.annotation.security.RolesAllowed;

/** All roles, those that came with the program first. */
@Route(RoleRoutes.ROLES)
@Menu(title = "roles.menu", order = 420, icon = "badge")
@RolesAllowed("roles.manage")
class RoleListView extends ListPage<RoleDetails> implements HasDynamicTitle {

    private static final String TEXT = "q";

    RoleListView(RoleBundles roles, Texts texts) {
        super("roles.title", (filters, paging) -> roles.find(filters.get(TEXT), paging));
        search(TEXT, "roles.filter");
        column("roles.name", role -> name(role, texts)).grows();
        column("roles.code", role -> Key.of(role.code())).width("220px");
        column("roles.kind", RoleWords::kind).width("160px");
        column("roles.permissions", role -> role.permissions().size()).width("110px");
        column("roles.members", RoleDetails::members).width("110px");
        narrow(role -> {
            Div facts = new Div(Key.plain(role.code()), RoleWords.kind(role));
            facts.addClassName("ops-row");
            Div line = new Div(name(role, texts), facts);
            line.addClassName("ops-narrow-row");
            return line;
        });
        action("roles.add", "plus", null, () -> new RoleDialog(
                        roles, texts, added -> Go.to(RoleRoutes.role(added.code())))
                .open());
        onOpen(role -> RoleRoutes.role(role.code()));
        empty("lock", "roles.none", "roles.none.hint");
    }

    private static Span name(RoleDetails role, Texts texts) {
        Span name = new Span(RoleWords.of(role.label(), texts));
        name.addClassNames("ops-cell", "ops-strong");
        return name;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("roles.title");
    }
}
