package io.opsflow.accounts.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import io.opsflow.accounts.AccountDetails;
import io.opsflow.accounts.Accounts;
import io.opsflow.design.Card;
import io.opsflow.design.Formats;
import io.opsflow.kernel.Texts;
import io.opsflow.workflow.PersonalWork;

/** What waits for somebody and for nobody else, and the way to hand it over. */
final class UserWork extends Composite<Card> {

    UserWork(Accounts accounts, AccountDetails user, Texts texts, Runnable changed) {
        PersonalWork work = accounts.work(user.id(), Formats.locale());
        if (work.isEmpty()) {
            getContent().add(UserWords.dim(getTranslation("users.no-work")));
            return;
        }
        getContent().add(new WorkTable(work));
        getContent().aside(new Button(getTranslation("users.hand-over"), click -> new LeaveDialog(
                        accounts, texts, user, false, changed)
                .open()));
    }

    @Override
    protected Card initContent() {
        return new Card(getTranslation("users.work"));
    }
}
