package io.opsflow.accounts.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opsflow.accounts.AccountFilter;
import io.opsflow.accounts.AccountSummary;
import io.opsflow.accounts.Accounts;
import io.opsflow.design.Filters;
import io.opsflow.design.Go;
import io.opsflow.design.Kbd;
import io.opsflow.design.Key;
import io.opsflow.design.ListPage;
import io.opsflow.kernel.Texts;
import io.opsflow.workflow.Staff;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everybody who has an account. */
@Route(UserRoutes.LIST)
@Menu(title = "users.menu", order = 400, icon = "users")
@RolesAllowed("accounts.manage")
class UserListView extends ListPage<AccountSummary> implements HasDynamicTitle {

    private static final String TEXT = "q";
    private static final String ROLE = "role";
    private static final String GROUP = "group";
    private static final String DEPARTMENT = "department";
    private static final String ACTIVE = "active";
    private static final String YES = "yes";

    UserListView(Accounts accounts, Staff staff, Texts texts) {
        super("users.title", (filters, paging) -> accounts.find(filter(filters), paging));
        search(TEXT, "users.filter.text");
        choice(ROLE, "users.filter.role", UserWords.options(UserWords.roles(staff)));
        choice(GROUP, "users.filter.group", UserWords.options(UserWords.groups(staff)));
        choice(
                ACTIVE,
                "users.filter.active",
                List.of(
                        new Option(YES, getTranslation("users.active")),
                        new Option("no", getTranslation("users.inactive"))));
        pinned(DEPARTMENT);
        action("users.add", "plus", null, () -> new UserDialog(
                        accounts, staff, texts, added -> Go.to(UserRoutes.one(added.id())))
                .open());
        column("accounts.username", user -> Key.plain(user.username()))
                .width("160px")
                .sortable("username");
        column("accounts.real-name", AccountSummary::realName).width("130px").sortable("real_name");
        column("accounts.department", AccountSummary::department).width("150px").sortable("department");
        column("accounts.roles", user -> UserWords.roles(user.roles(), texts)).grows();
        column("accounts.groups", user -> UserWords.groups(user.groups())).width("150px");
        column("accounts.email", AccountSummary::email).width("210px");
        column("accounts.phone", AccountSummary::phone).width("150px").hidden();
        column("users.state", user -> UserWords.state(user.active())).width("100px");
        column("users.last-sign-in", AccountSummary::lastSignInAt).width("120px");
        column("accounts.since", AccountSummary::createdAt)
                .width("120px")
                .sortable("created_at")
                .hidden();
        narrow(user -> line(user, texts));
        onOpen(user -> UserRoutes.one(user.id()));
        empty("users", "users.none", "users.none.hint");
        foot(
                Kbd.hint(getTranslation("users.keys.move"), "j", "k"),
                Kbd.hint(getTranslation("users.keys.open"), "⏎"),
                Kbd.hint(getTranslation("users.keys.filter"), "/"));
    }

    private static AccountFilter filter(Filters filters) {
        return new AccountFilter(
                filters.get(TEXT), filters.get(ROLE), filters.get(GROUP), filters.get(DEPARTMENT), flag(filters));
    }

    private static @Nullable Boolean flag(Filters filters) {
        String active = filters.get(ACTIVE);
        return active == null ? null : (Boolean) active.equals(YES);
    }

    private static Div line(AccountSummary user, Texts texts) {
        Span name = new Span(user.realName());
        name.addClassName("ops-cell");
        Div facts = new Div(
                Key.plain(user.username()),
                UserWords.state(user.active()),
                UserWords.dim(UserWords.roles(user.roles(), texts)));
        facts.addClassName("ops-row");
        Div line = new Div(name, facts);
        line.addClassName("ops-narrow-row");
        return line;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("users.title");
    }
}
