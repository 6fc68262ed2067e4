package io.opsflow.accounts.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.opsflow.accounts.AccountDetails;
import io.opsflow.accounts.Accounts;
import io.opsflow.design.Confirm;
import io.opsflow.design.Glyph;
import io.opsflow.design.Go;
import io.opsflow.design.Notice;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Texts;
import io.opsflow.workflow.Staff;

/** What an administrator can do with somebody's account. What nobody does to themselves is not offered. The primary one is last. */
final class UserActions extends Composite<Div> {

    private final Accounts accounts;
    private final Texts texts;
    private final AccountDetails user;
    private final Runnable changed;

    UserActions(Accounts accounts, Staff staff, Texts texts, AccountDetails user, Runnable changed) {
        this.accounts = accounts;
        this.texts = texts;
        this.user = user;
        this.changed = changed;
        getContent().addClassName("user-actions");
        if (!Actor.current().name().equals(user.username())) {
            others();
        }
        if (user.lockedUntil() != null) {
            button("users.unlock", this::unlock);
        }
        Button edit = button(
                "users.edit", () -> new UserDialog(accounts, staff, texts, user.id(), now -> changed.run()).open());
        edit.setIcon(Glyph.of("edit"));
        edit.addThemeNames("primary");
    }

    private void others() {
        button("users.delete", this::delete).addThemeNames("error", "tertiary");
        if (user.active()) {
            button("users.deactivate", () -> new LeaveDialog(accounts, texts, user, true, changed).open());
        } else {
            button("users.activate", this::activate);
        }
        button("users.end-sessions", this::endSessions);
        button("users.reset", () -> new ResetPasswordDialog(accounts, texts, user, changed).open());
    }

    private Button button(String label, Runnable then) {
        Button button = new Button(getTranslation(label), click -> then.run());
        getContent().add(button);
        return button;
    }

    private void unlock() {
        accounts.unlock(user.username());
        say("users.unlocked");
    }

    private void activate() {
        accounts.activate(user.id());
        say("users.activated");
    }

    private void endSessions() {
        Confirm.ask(
                getTranslation("users.end-sessions.ask", user.username()),
                getTranslation("users.end-sessions.effect", user.realName()),
                getTranslation("users.end-sessions"),
                () -> {
                    accounts.endSessions(user.id());
                    say("users.sessions-ended");
                });
    }

    private void delete() {
        Confirm.ask(
                getTranslation("users.delete.ask", user.username()),
                getTranslation("users.delete.effect", user.realName()),
                getTranslation("users.delete.confirm", user.username()),
                () -> {
                    accounts.delete(user.id());
                    Notice.done(getTranslation("users.deleted", user.username()));
                    Go.to(UserRoutes.LIST);
                });
    }

    private void say(String key) {
        Notice.done(getTranslation(key, user.username()));
        changed.run();
    }
}
