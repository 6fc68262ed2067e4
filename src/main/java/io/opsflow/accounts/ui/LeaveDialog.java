package io.opsflow.accounts.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.opsflow.accounts.AccountDetails;
import io.opsflow.accounts.AccountFilter;
import io.opsflow.accounts.AccountSummary;
import io.opsflow.accounts.Accounts;
import io.opsflow.accounts.OpenWork;
import io.opsflow.design.Attempt;
import io.opsflow.design.DialogButtons;
import io.opsflow.design.Formats;
import io.opsflow.design.Notice;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Texts;
import io.opsflow.workflow.PersonalWork;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks what becomes of somebody's open work, before the person is deactivated or instead of it. */
final class LeaveDialog extends Dialog {

    private final Accounts accounts;
    private final AccountDetails user;
    private final boolean leaves;
    private final Runnable changed;
    private final PersonalWork work;
    private final RadioButtonGroup<Boolean> giveBack = new RadioButtonGroup<>();
    private final ComboBox<AccountSummary> colleague = new ComboBox<>();
    private final TextArea reason = new TextArea();
    private final RefusedFields refused;

    /** @param leaves whether the person is deactivated at the same time */
    LeaveDialog(Accounts accounts, Texts texts, AccountDetails user, boolean leaves, Runnable changed) {
        this.accounts = accounts;
        this.user = user;
        this.leaves = leaves;
        this.changed = changed;
        this.work = accounts.work(user.id(), Formats.locale());
        this.refused = new RefusedFields(texts, Map.of("colleague", colleague, "reason", reason));
        String deed = leaves ? "users.deactivate" : "users.hand-over";
        setHeaderTitle(getTranslation(deed + ".title", user.username()));
        setWidth("640px");
        Div body = new Div();
        body.addClassName("ops-stack");
        if (leaves) {
            body.add(new Paragraph(getTranslation("users.deactivate.effect", user.realName())));
        }
        if (!work.isEmpty()) {
            body.add(new Paragraph(getTranslation("users.work.question", user.realName())), new WorkTable(work));
            fill(body);
        }
        add(body);
        DialogButtons.of(this, getTranslation(deed + ".confirm", user.username()), this::go)
                .addThemeNames("error");
    }

    private void fill(Div body) {
        giveBack.setLabel(getTranslation("users.work.answer"));
        giveBack.setItems(true, false);
        giveBack.setItemLabelGenerator(back -> getTranslation(back ? "users.work.give-back" : "users.work.hand-over"));
        giveBack.addThemeNames("vertical");
        giveBack.addValueChangeListener(chosen -> showColleague());
        boolean returnable = work.tasks().stream().anyMatch(task -> task.returnable());
        giveBack.setValue(returnable);
        giveBack.setVisible(returnable);
        colleague.setLabel(getTranslation("users.work.colleague"));
        colleague.setHelperText(getTranslation("users.work.colleague.hint"));
        colleague.setItemLabelGenerator(person -> person.realName() + " · " + person.username());
        colleague.setItems(
                query -> page(query.getFilter().orElse(null), query.getPage(), query.getPageSize()).items().stream(),
                query -> (int) page(query.getFilter().orElse(null), 0, 1).total());
        colleague.setManualValidation(true);
        colleague.setWidthFull();
        reason.setLabel(getTranslation("users.work.reason"));
        reason.setMaxLength(500);
        reason.setManualValidation(true);
        reason.setWidthFull();
        body.add(giveBack, colleague, reason);
        showColleague();
    }

    private void showColleague() {
        colleague.setVisible(!Boolean.TRUE.equals(giveBack.getValue()) || work.needsColleague());
    }

    private PageOf<AccountSummary> page(@Nullable String text, int page, int size) {
        return accounts.find(new AccountFilter(text, null, null, null, true), new Paging(page, size, null, null));
    }

    private void go() {
        refused.clear();
        AccountSummary chosen = colleague.isVisible() ? colleague.getValue() : null;
        if (chosen == null && !work.isEmpty() && colleague.isVisible()) {
            colleague.setErrorMessage(getTranslation("users.work.colleague.missing"));
            colleague.setInvalid(true);
            return;
        }
        OpenWork answer = new OpenWork(
                Boolean.TRUE.equals(giveBack.getValue()), chosen == null ? null : chosen.username(), reason.getValue());
        if (Attempt.of(() -> act(answer), refused::show)) {
            close();
            Notice.done(getTranslation(leaves ? "users.deactivated" : "users.handed-over", user.username()));
            changed.run();
        }
    }

    private void act(OpenWork answer) {
        if (leaves) {
            accounts.deactivate(user.id(), answer);
        } else {
            accounts.handOver(user.id(), answer);
        }
    }
}
