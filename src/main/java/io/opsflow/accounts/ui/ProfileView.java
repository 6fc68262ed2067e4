package io.opsflow.accounts.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import io.opsflow.accounts.AccountDetails;
import io.opsflow.accounts.Accounts;
import io.opsflow.accounts.ApiTokens;
import io.opsflow.accounts.Delegations;
import io.opsflow.accounts.MyPassword;
import io.opsflow.accounts.MySessions;
import io.opsflow.design.Card;
import io.opsflow.design.Formats;
import io.opsflow.design.KeyValues;
import io.opsflow.design.Notice;
import io.opsflow.design.PageHead;
import io.opsflow.design.Preferences;
import io.opsflow.kernel.Texts;
import jakarta.annotation.security.PermitAll;

/** One's own page: what is known about one, and how one likes to see the product. */
@Route("profile")
@PermitAll
class ProfileView extends Div implements HasDynamicTitle {

    private static final String SAVED = ProfileView.class.getName() + ".saved";

    ProfileView(
            Accounts accounts,
            Preferences preferences,
            MyPassword password,
            MySessions sessions,
            ApiTokens tokens,
            Delegations delegations,
            Texts texts) {
        AccountDetails me = accounts.me();
        addClassName("ops-page");
        SessionsCard where = new SessionsCard(sessions);
        Button change = new Button(
                getTranslation("accounts.password.change"),
                click -> new ChangePasswordDialog(password, texts, where::show).open());
        Card mine = new Card(getTranslation("accounts.profile.me"), facts(me, texts));
        Button edit =
                new Button(getTranslation("users.profile.edit"), click -> new EditProfileDialog(accounts, texts, () -> {
                            mine.removeAll();
                            mine.add(facts(accounts.me(), texts));
                        })
                        .open());
        Div columns = new Div(
                mine.aside(edit, change),
                new Card(getTranslation("accounts.profile.settings"), new SettingsForm(preferences, this::saved)),
                where,
                new AbsenceCard(delegations, me.username(), texts),
                new TokensCard(tokens, texts));
        columns.addClassName("ops-profile");
        add(new PageHead(getTranslation("accounts.profile.title")), columns);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.profile.title");
    }

    /** The page comes anew after settings were saved, in the new language and colours, and says so then. */
    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        VaadinSession session = VaadinSession.getCurrent();
        if (session.getAttribute(SAVED) != null) {
            session.setAttribute(SAVED, null);
            Notice.done(getTranslation("accounts.profile.saved"));
        }
    }

    private void saved() {
        VaadinSession.getCurrent().setAttribute(SAVED, true);
    }

    private KeyValues facts(AccountDetails me, Texts texts) {
        return new KeyValues()
                .fact(getTranslation("accounts.username"), me.username())
                .fact(getTranslation("accounts.real-name"), me.realName())
                .fact(getTranslation("accounts.email"), me.email())
                .fact(getTranslation("accounts.phone"), me.phone())
                .fact(getTranslation("accounts.department"), me.department())
                .fact(getTranslation("accounts.roles"), UserWords.roles(me.roles(), texts))
                .fact(getTranslation("accounts.groups"), UserWords.groups(me.groups()))
                .fact(getTranslation("accounts.since"), Formats.dateTime(me.createdAt()));
    }
}
