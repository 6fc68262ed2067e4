package io.opsflow.accounts.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.opsflow.accounts.AccountDetails;
import io.opsflow.accounts.Accounts;
import io.opsflow.design.Card;
import io.opsflow.design.Chip;
import io.opsflow.design.Formats;
import io.opsflow.design.KeyValues;
import io.opsflow.design.PageHead;
import io.opsflow.design.Tone;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.Texts;
import io.opsflow.workflow.Staff;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One person's account: data, what waits for the person, where the person is signed in, and what can be done. */
@Route(UserRoutes.ONE)
@RolesAllowed("accounts.manage")
class UserView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Accounts accounts;
    private final Staff staff;
    private final Texts texts;
    private String title = "";

    UserView(Accounts accounts, Staff staff, Texts texts) {
        this.accounts = accounts;
        this.staff = staff;
        this.texts = texts;
        addClassName("ops-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get(UserRoutes.ID).orElse("");
        if (!id.matches("[0-9]{1,18}")) {
            throw new NotFound(id);
        }
        show(Long.parseLong(id));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(long id) {
        AccountDetails user = accounts.details(id);
        title = user.realName();
        PageHead head = new PageHead(user.realName())
                .crumb(UserRoutes.LIST, getTranslation("users.title"), user.username())
                .marks(UserWords.state(user.active()));
        if (user.lockedUntil() != null) {
            head.marks(Chip.of(getTranslation("users.locked-until", Formats.dateTime(user.lockedUntil())), Tone.BAD));
        }
        if (user.wrongPasswords() > 0) {
            head.marks(Chip.of(getTranslation("users.wrong-passwords", user.wrongPasswords()), Tone.WAIT));
        }
        if (user.mustChangePassword()) {
            head.marks(Chip.of(getTranslation("users.must-change"), Tone.WAIT));
        }
        head.actions(new UserActions(accounts, staff, texts, user, () -> show(id)));
        Div columns = new Div(
                new Card(getTranslation("users.data"), facts(user)),
                new UserWork(accounts, user, texts, () -> show(id)),
                new UserSessions(accounts, user));
        columns.addClassName("ops-profile");
        removeAll();
        add(head, columns);
    }

    private KeyValues facts(AccountDetails user) {
        return new KeyValues()
                .fact(getTranslation("accounts.username"), user.username())
                .fact(getTranslation("accounts.real-name"), user.realName())
                .fact(getTranslation("accounts.email"), user.email())
                .fact(getTranslation("accounts.phone"), user.phone())
                .fact(getTranslation("accounts.department"), user.department())
                .fact(getTranslation("accounts.roles"), UserWords.roles(user.roles(), texts))
                .fact(getTranslation("accounts.groups"), UserWords.groups(user.groups()))
                .fact(getTranslation("accounts.since"), Formats.dateTime(user.createdAt()))
                .fact(getTranslation("users.last-sign-in"), time(user.lastSignInAt()));
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : Formats.dateTime(at);
    }
}
