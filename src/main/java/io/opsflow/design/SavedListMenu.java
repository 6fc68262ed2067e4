package io.opsflow.design;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.textfield.TextField;
import io.opsflow.design.SavedLists.KeptList;
import io.opsflow.kernel.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The lists that somebody has kept: opens one, keeps what is shown now, changes and deletes one's own. */
final class SavedListMenu extends MenuBar {

    private final SavedLists lists;
    private final Texts texts;
    private final String list;
    private final Supplier<Shown> shown;
    private final Consumer<SavedList> open;

    SavedListMenu(SavedLists lists, Texts texts, String list, Supplier<Shown> shown, Consumer<SavedList> open) {
        this.lists = lists;
        this.texts = texts;
        this.list = list;
        this.shown = shown;
        this.open = open;
        addThemeNames("tertiary", "icon", "ops");
        fill();
    }

    /** What the list shows now. */
    record Shown(String query, List<String> columns) {}

    /** What one's list begins with. */
    @Nullable
    SavedList usual() {
        return lists.of(list).stream()
                .filter(one -> one.mine() && one.usual())
                .findFirst()
                .orElse(null);
    }

    private void fill() {
        removeAll();
        MenuItem root = addItem(Glyph.of("filter"));
        root.setAriaLabel(getTranslation("design.saved"));
        root.getElement().setAttribute("title", getTranslation("design.saved"));
        SubMenu menu = root.getSubMenu();
        for (SavedList one : lists.of(list)) {
            String name = one.mine() ? one.name() : getTranslation("design.saved.of", one.name(), one.owner());
            if (one.mine()) {
                SubMenu more = menu.addItem(name).getSubMenu();
                more.addItem(getTranslation("design.saved.open"), click -> open.accept(one));
                more.addItem(getTranslation("design.saved.edit"), click -> dialog(one));
                more.addItem(getTranslation("design.saved.delete"), click -> delete(one));
            } else {
                menu.addItem(name, click -> open.accept(one));
            }
        }
        menu.addItem(getTranslation("design.saved.add"), click -> dialog(null));
    }

    private void delete(SavedList one) {
        lists.delete(one.id());
        fill();
        Notice.done(getTranslation("design.saved.deleted", one.name()));
    }

    private void dialog(@Nullable SavedList one) {
        TextField name = new TextField(getTranslation("design.saved.name"), one == null ? "" : one.name(), "");
        name.setManualValidation(true);
        name.setAutofocus(true);
        Checkbox shared = new Checkbox(getTranslation("design.saved.shared"), one != null && one.shared());
        Checkbox usual = new Checkbox(getTranslation("design.saved.usual"), one != null && one.usual());
        Dialog dialog = new Dialog(getTranslation(one == null ? "design.saved.add" : "design.saved.edit"));
        Div body = new Div(name, shared, usual);
        body.addClassName("ops-stack");
        dialog.add(body);
        Button cancel = new Button(getTranslation("design.cancel"), click -> dialog.close());
        cancel.addThemeNames("tertiary");
        Button save = new Button(getTranslation("design.saved.save"), click -> {
            Shown now = one == null ? shown.get() : new Shown(one.query(), one.columns());
            KeptList kept = new KeptList(
                    list, name.getValue(), now.query(), now.columns(), shared.getValue(), usual.getValue());
            save(dialog, name, one, kept);
        });
        save.addThemeNames("primary");
        dialog.getFooter().add(cancel, save);
        dialog.open();
    }

    private void save(Dialog dialog, TextField name, @Nullable SavedList one, KeptList kept) {
        boolean done = Attempt.of(
                () -> {
                    if (one == null) {
                        lists.add(kept);
                    } else {
                        lists.edit(one.id(), kept);
                    }
                },
                errors -> {
                    name.setInvalid(true);
                    name.setErrorMessage(texts.of(Formats.locale(), errors.get(0)));
                });
        if (done) {
            dialog.close();
            fill();
            Notice.done(getTranslation("design.saved.kept", kept.name().strip()));
        }
    }
}
