package io.opsflow.accounts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.opsflow.accounts.EditRole;
import io.opsflow.accounts.ResetRole;
import io.opsflow.accounts.RoleBundles;
import io.opsflow.accounts.RoleDetails;
import io.opsflow.design.Attempt;
import io.opsflow.design.Card;
import io.opsflow.design.Confirm;
import io.opsflow.design.Formats;
import io.opsflow.design.Go;
import io.opsflow.design.Key;
import io.opsflow.design.KeyValues;
import io.opsflow.design.Notice;
import io.opsflow.design.PageHead;
import io.opsflow.kernel.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.Set;

/** One role: what it allows, to be ticked, and what names it. */
@Route(RoleRoutes.ROLES + "/:" + RoleRoutes.WHICH)
@RolesAllowed("roles.manage")
class RoleView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final RoleBundles roles;
    private final Texts texts;
    private final RefusedFields refused;
    private final Span count = new Span();
    private String name = "";

    RoleView(RoleBundles roles, Texts texts) {
        this.roles = roles;
        this.texts = texts;
        refused = new RefusedFields(texts, Map.of());
        addClassName("ops-page");
        count.addClassName("ops-muted");
        count.getElement().setAttribute("role", "status");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(roles.details(event.getRouteParameters().get(RoleRoutes.WHICH).orElse("")));
    }

    private void show(RoleDetails role) {
        name = RoleWords.of(role.label(), texts);
        PermissionPicker picker = new PermissionPicker(roles.permissions(Formats.locale()));
        picker.show(role.permissions(), Set.copyOf(role.kept()));
        Button save = new Button(getTranslation("roles.save"), click -> save(role, picker.ticked()));
        save.addThemeNames("primary");
        save.setEnabled(false);
        picker.onChange(() -> {
            count.setText(picker.count());
            save.setEnabled(!picker.ticked().equals(Set.copyOf(role.permissions())));
        });
        count.setText(picker.count());
        PageHead head = new PageHead(name)
                .crumb(RoleRoutes.ROLES, getTranslation("roles.title"), name)
                .marks(Key.of(role.code()), RoleWords.kind(role), count);
        if (role.builtIn() && !role.isAsBuilt()) {
            head.actions(new Button(getTranslation("roles.reset"), click -> askToReset(role)));
        } else if (!role.builtIn()) {
            Button delete = new Button(getTranslation("roles.delete"), click -> askToDelete(role));
            delete.addThemeNames("error", "tertiary");
            head.actions(delete, new Button(getTranslation("roles.rename"), click -> new RoleDialog(
                            roles, roles.details(role.code()), texts, this::show)
                    .open()));
        }
        head.actions(save);
        removeAll();
        add(head, facts(role), picker);
    }

    private Card facts(RoleDetails role) {
        return new Card(
                getTranslation("roles.facts"),
                new KeyValues()
                        .fact(getTranslation("roles.members"), Integer.toString(role.members()))
                        .fact(getTranslation("roles.use"), RoleWords.use(roles.use(role.code()))));
    }

    private void save(RoleDetails role, Set<String> ticked) {
        if (Attempt.of(
                () -> show(roles.edit(role.code(), new EditRole(role.version(), null, null, ticked))), refused::show)) {
            Notice.done(getTranslation("roles.saved", name));
        }
    }

    private void askToReset(RoleDetails role) {
        Confirm.ask(
                getTranslation("roles.reset.question", name),
                getTranslation("roles.reset.effect", role.members()),
                getTranslation("roles.reset"),
                () -> {
                    show(roles.reset(role.code(), new ResetRole(role.version())));
                    Notice.done(getTranslation("roles.saved", name));
                });
    }

    private void askToDelete(RoleDetails role) {
        Confirm.ask(
                getTranslation("roles.delete.question", name),
                getTranslation("roles.delete.effect", role.members()),
                getTranslation("roles.delete"),
                () -> {
                    roles.delete(role.code());
                    Notice.done(getTranslation("roles.deleted", name));
                    Go.to(RoleRoutes.ROLES);
                });
    }

    @Override
    public String getPageTitle() {
        return name;
    }
}
