package io.opsflow.accounts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.opsflow.accounts.AccountChanged;
import io.opsflow.accounts.AccountDetails;
import io.opsflow.accounts.Accounts;
import io.opsflow.accounts.EditAccount;
import io.opsflow.design.Attempt;
import io.opsflow.design.DialogButtons;
import io.opsflow.design.Formats;
import io.opsflow.design.Notice;
import io.opsflow.design.Table;
import io.opsflow.kernel.DomainError;
import io.opsflow.kernel.Texts;
import io.opsflow.workflow.Staff;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody new, or somebody as they are now. What others changed meanwhile is shown beside what was typed. */
final class UserDialog extends Dialog {

    private final Accounts accounts;
    private final Texts texts;
    private final @Nullable Long id;
    private final Consumer<AccountDetails> saved;
    private final Map<String, String> roleNames;
    private final Map<String, String> groupNames;
    private final UserFields fields;
    private final Div trouble = new Div();
    private int version;

    UserDialog(Accounts accounts, Staff staff, Texts texts, Consumer<AccountDetails> saved) {
        this(accounts, staff, texts, null, saved);
    }

    /** @param id whose account is read anew; null for somebody new */
    UserDialog(Accounts accounts, Staff staff, Texts texts, @Nullable Long id, Consumer<AccountDetails> saved) {
        this.accounts = accounts;
        this.texts = texts;
        this.id = id;
        this.saved = saved;
        roleNames = UserWords.roles(staff);
        groupNames = UserWords.groups(staff);
        if (id == null) {
            fields = new UserFields(roleNames, groupNames, texts, accounts::proposePassword);
            setHeaderTitle(getTranslation("users.add"));
        } else {
            AccountDetails user = accounts.details(id);
            version = user.version();
            fields = new UserFields(roleNames, groupNames, texts, user);
            setHeaderTitle(getTranslation("users.edit.title", user.username()));
        }
        setWidth("520px");
        trouble.getElement().setAttribute("role", "alert");
        add(trouble, fields);
        DialogButtons.of(this, getTranslation(id == null ? "users.add" : "users.save"), this::save);
    }

    private void save() {
        trouble.removeAll();
        Attempt.of(() -> Attempt.find(this::stored, this::explain).ifPresent(this::done), fields::refuse);
    }

    private AccountDetails stored() {
        return id == null ? accounts.add(fields.added()) : accounts.edit(id, fields.edited(version));
    }

    private void done(AccountDetails user) {
        close();
        Notice.done(getTranslation(id == null ? "users.added" : "users.saved", user.username()));
        saved.accept(user);
    }

    private void explain(DomainError reason) {
        Paragraph sentence = new Paragraph(texts.of(Formats.locale(), reason));
        sentence.addClassName("user-trouble");
        trouble.add(sentence);
        if (reason instanceof AccountChanged && id != null) {
            AccountDetails now = accounts.details(id);
            trouble.add(both(now, fields.edited(version)));
            version = now.version();
            Button take = new Button(getTranslation("users.conflict.take"), click -> {
                fields.show(now);
                trouble.removeAll();
            });
            take.addThemeNames("small");
            trouble.add(new Paragraph(getTranslation("users.conflict.hint")), take);
        }
    }

    private Table both(AccountDetails now, EditAccount mine) {
        Table table = new Table(
                getTranslation("users.conflict"),
                "",
                getTranslation("users.conflict.now"),
                getTranslation("users.conflict.mine"));
        row(table, "accounts.real-name", now.realName(), mine.realName());
        row(table, "accounts.email", now.email(), mine.email());
        row(table, "accounts.phone", now.phone(), mine.phone());
        row(table, "accounts.department", now.department(), mine.department());
        row(
                table,
                "accounts.roles",
                names(now.roles().stream().map(role -> role.code()).collect(Collectors.toSet()), roleNames),
                names(mine.roles(), roleNames));
        row(
                table,
                "accounts.groups",
                names(now.groups().stream().map(group -> group.code()).collect(Collectors.toSet()), groupNames),
                names(mine.groups(), groupNames));
        return table;
    }

    private void row(Table table, String label, @Nullable String now, @Nullable String mine) {
        String theirs = Objects.requireNonNullElse(now, "");
        String ours = Objects.requireNonNullElse(mine, "");
        if (!theirs.equals(ours.strip())) {
            table.row(new Span(getTranslation(label)), new Span(theirs), new Span(ours));
        }
    }

    private static String names(@Nullable Set<String> codes, Map<String, String> names) {
        return codes == null
                ? ""
                : new TreeSet<>(codes)
                        .stream().map(code -> names.getOrDefault(code, code)).collect(Collectors.joining(" · "));
    }
}
