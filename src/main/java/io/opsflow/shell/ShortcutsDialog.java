package io.opsflow.shell;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dialog.Dialog;
import io.opsflow.design.Kbd;

/** All keys and what they do. */
final class ShortcutsDialog extends Dialog {

    @Tag("dl")
    private static final class Keys extends HtmlContainer {}

    @Tag("dt")
    private static final class Term extends HtmlContainer {}

    @Tag("dd")
    private static final class Meaning extends HtmlContainer {}

    ShortcutsDialog(Pages pages) {
        setHeaderTitle(getTranslation("shell.shortcuts"));
        Keys keys = new Keys();
        keys.addClassName("ops-shortcuts");
        pages.all().forEach(page -> {
            if (page.letter() != null) {
                line(keys, getTranslation(page.titleKey()), "g", page.letter());
            }
        });
        line(keys, getTranslation("shell.shortcuts.jump"), "Ctrl", "K");
        line(keys, getTranslation("shell.shortcuts.filter"), "/");
        line(keys, getTranslation("shell.shortcuts.move"), "j", "k");
        line(keys, getTranslation("shell.shortcuts.open"), "Enter");
        line(keys, getTranslation("shell.shortcuts.claim"), "c");
        line(keys, getTranslation("shell.shortcuts.complete"), "e");
        line(keys, getTranslation("shell.shortcuts.submit"), "Ctrl", "Enter");
        line(keys, getTranslation("shell.shortcuts.help"), "?");
        add(keys);
    }

    private static void line(Keys keys, String meaning, String... pressed) {
        Term term = new Term();
        for (String key : pressed) {
            term.add(Kbd.of(key));
        }
        Meaning text = new Meaning();
        text.setText(meaning);
        keys.add(term, text);
    }
}
