package io.opsflow.accounts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.opsflow.accounts.Accounts;
import io.opsflow.accounts.GroupDetails;
import io.opsflow.accounts.Groups;
import io.opsflow.accounts.RoleBundles;
import io.opsflow.design.Card;
import io.opsflow.design.Confirm;
import io.opsflow.design.Glyph;
import io.opsflow.design.Go;
import io.opsflow.design.Key;
import io.opsflow.design.KeyValues;
import io.opsflow.design.Notice;
import io.opsflow.design.PageHead;
import io.opsflow.kernel.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

/** One group: its roles, what names it, and who is in it. */
@Route(RoleRoutes.GROUPS + "/:" + RoleRoutes.WHICH)
@RolesAllowed("accounts.manage")
class GroupView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Groups groups;
    private final Accounts accounts;
    private final Texts texts;
    private final Map<String, String> roleNames;
    private final Div top = new Div();
    private String name = "";

    GroupView(Groups groups, RoleBundles roles, Accounts accounts, Texts texts) {
        this.groups = groups;
        this.accounts = accounts;
        this.texts = texts;
        roleNames = RoleWords.names(roles, texts);
        addClassName("ops-page");
        top.addClassName("ops-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String code = event.getRouteParameters().get(RoleRoutes.WHICH).orElse("");
        show(groups.details(code));
        GroupMembers members = new GroupMembers(groups, accounts, code, texts, this::show);
        removeAll();
        add(top, members);
        members.beforeEnter(event);
    }

    private void show(GroupDetails group) {
        name = group.name();
        Button edit = new Button(getTranslation("groups.edit"), Glyph.of("edit"), click -> edit(group.code()));
        Button delete = new Button(getTranslation("roles.delete"), click -> askToDelete(groups.details(group.code())));
        delete.addThemeNames("error", "tertiary");
        top.removeAll();
        top.add(
                new PageHead(group.name())
                        .crumb(RoleRoutes.GROUPS, getTranslation("groups.title"), group.name())
                        .marks(Key.of(group.code()))
                        .actions(delete, edit),
                new Card(
                        getTranslation("groups.facts"),
                        new KeyValues()
                                .fact(getTranslation("groups.roles"), RoleWords.chips(group.roles(), roleNames))
                                .fact(getTranslation("groups.members"), Integer.toString(group.members()))
                                .fact(getTranslation("roles.use"), RoleWords.use(groups.use(group.code())))));
    }

    private void edit(String code) {
        new GroupDialog(groups, groups.details(code), roleNames, texts, this::show).open();
    }

    private void askToDelete(GroupDetails group) {
        Confirm.ask(
                getTranslation("groups.delete.question", group.name()),
                getTranslation("groups.delete.effect", group.members()),
                getTranslation("roles.delete"),
                () -> {
                    groups.delete(group.code());
                    Notice.done(getTranslation("groups.deleted", group.name()));
                    Go.to(RoleRoutes.GROUPS);
                });
    }

    @Override
    public String getPageTitle() {
        return name;
    }
}
