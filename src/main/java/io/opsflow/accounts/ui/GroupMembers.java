package io.opsflow.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.opsflow.accounts.Accounts;
import io.opsflow.accounts.EditGroup;
import io.opsflow.accounts.GroupDetails;
import io.opsflow.accounts.Groups;
import io.opsflow.design.Glyph;
import io.opsflow.design.Key;
import io.opsflow.design.ListPage;
import io.opsflow.kernel.Texts;
import io.opsflow.workflow.Person;
import java.util.Set;
import java.util.function.Consumer;

/** Who belongs to a group; people come and go here. */
final class GroupMembers extends ListPage<Person> {

    private static final String TEXT = "q";

    private final Groups groups;
    private final String code;
    private final Consumer<GroupDetails> changed;

    GroupMembers(Groups groups, Accounts accounts, String code, Texts texts, Consumer<GroupDetails> changed) {
        super("groups.members", (filters, paging) -> groups.members(code, filters.get(TEXT), paging));
        this.groups = groups;
        this.code = code;
        this.changed = changed;
        withinPage("groups.members");
        search(TEXT, "groups.members.filter");
        column("accounts.username", person -> Key.of(person.username())).width("220px");
        column("accounts.real-name", Person::name).grows();
        column("groups.members.do", this::removal).width("130px");
        narrow(person -> {
            Div head = new Div(new Span(person.name()), removal(person));
            head.addClassName("ops-spread");
            Div line = new Div(head, Key.plain(person.username()));
            line.addClassName("ops-narrow-row");
            return line;
        });
        action("groups.members.add", "plus", null, () -> new PeopleDialog(
                        accounts, texts, people -> edit(people, Set.of()))
                .open());
        empty("users", "groups.members.none", "groups.members.none.hint");
    }

    private Component removal(Person person) {
        Button remove = new Button(
                getTranslation("groups.members.remove"),
                Glyph.of("x"),
                click -> edit(Set.of(), Set.of(person.username())));
        remove.addThemeNames("tertiary", "small");
        remove.setAriaLabel(getTranslation("groups.members.remove.who", person.name()));
        return remove;
    }

    private void edit(Set<String> joining, Set<String> leaving) {
        int version = groups.details(code).version();
        changed.accept(groups.edit(code, new EditGroup(version, null, null, joining, leaving)));
        refresh();
    }
}
