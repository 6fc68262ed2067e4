package io.opsflow.accounts.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opsflow.accounts.GroupDetails;
import io.opsflow.accounts.Groups;
import io.opsflow.accounts.RoleBundles;
import io.opsflow.design.Go;
import io.opsflow.design.Key;
import io.opsflow.design.ListPage;
import io.opsflow.kernel.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

/** All groups. */
@Route(RoleRoutes.GROUPS)
@Menu(title = "groups.menu", order = 410, icon = "team")
@RolesAllowed("accounts.manage")
class GroupListView extends ListPage<GroupDetails> implements HasDynamicTitle {

    private static final String TEXT = "q";

    GroupListView(Groups groups, RoleBundles roles, Texts texts) {
        super("groups.title", (filters, paging) -> groups.find(filters.get(TEXT), paging));
        Map<String, String> names = RoleWords.names(roles, texts);
        search(TEXT, "groups.filter");
        column("groups.code", group -> Key.of(group.code())).width("220px").sortable("code");
        column("groups.name", GroupDetails::name).width("220px").sortable("name");
        column("groups.roles", group -> RoleWords.chips(group.roles(), names)).grows();
        column("groups.members", GroupDetails::members).width("100px").sortable("members");
        narrow(group -> line(group, names));
        action("groups.add", "plus", null, () -> new GroupDialog(
                        groups, names, texts, added -> Go.to(RoleRoutes.group(added.code())))
                .open());
        onOpen(group -> RoleRoutes.group(group.code()));
        empty("users", "groups.none", "groups.none.hint");
    }

    private static Div line(GroupDetails group, Map<String, String> names) {
        Span name = new Span(group.name());
        name.addClassName("ops-cell");
        Div facts = new Div(
                Key.plain(group.code()),
                new Span(I18NProvider.translate("groups.members") + " " + group.members()),
                RoleWords.chips(group.roles(), names));
        facts.addClassName("ops-row");
        Div line = new Div(name, facts);
        line.addClassName("ops-narrow-row");
        return line;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("groups.title");
    }
}
