package io.opsflow.accounts.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.data.provider.DataProvider;
import io.opsflow.accounts.AccountFilter;
import io.opsflow.accounts.AccountSummary;
import io.opsflow.accounts.Accounts;
import io.opsflow.design.Attempt;
import io.opsflow.design.DialogButtons;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Texts;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Chooses people among all who are here, by name. */
class PeopleDialog extends Dialog {

    private final MultiSelectComboBox<AccountSummary> people = new MultiSelectComboBox<>();
    private final Consumer<Set<String>> chosen;
    private final RefusedFields fields;

    /** @param chosen is handed the user names */
    PeopleDialog(Accounts accounts, Texts texts, Consumer<Set<String>> chosen) {
        this.chosen = chosen;
        fields = new RefusedFields(texts, Map.of("add_members", people));
        setHeaderTitle(getTranslation("groups.members.add"));
        setWidth("420px");
        people.setLabel(getTranslation("groups.members.who"));
        people.setWidthFull();
        people.setPageSize(50);
        people.setItems(
                DataProvider.<AccountSummary, String>fromFilteringCallbacks(
                        query -> page(accounts, query.getFilter().orElse(null), query.getPage(), query.getPageSize())
                                .items()
                                .stream(),
                        query -> (int) page(accounts, query.getFilter().orElse(null), 0, 1)
                                .total()));
        people.setItemLabelGenerator(person -> person.realName() + " · " + person.username());
        add(people);
        DialogButtons.of(this, getTranslation("groups.members.add"), this::add);
    }

    private static PageOf<AccountSummary> page(Accounts accounts, @Nullable String text, int page, int size) {
        return accounts.find(new AccountFilter(text, null, null, null, null), new Paging(page, size, null, null));
    }

    private void add() {
        fields.clear();
        Set<String> names =
                people.getValue().stream().map(AccountSummary::username).collect(Collectors.toSet());
        if (names.isEmpty() || Attempt.of(() -> chosen.accept(names), fields::show)) {
            close();
        }
    }
}
