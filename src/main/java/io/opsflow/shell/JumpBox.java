package io.opsflow.shell;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.opsflow.design.Glyph;
import io.opsflow.design.Go;
import io.opsflow.design.Key;
import io.opsflow.design.ObjectFinder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Ctrl-K: jumps to any page or object by its name or key. Arrows choose, Enter goes. */
final class JumpBox extends Dialog {

    private static final int OBJECTS = 8;

    private final Pages pages;
    private final List<ObjectFinder> finders;
    private final TextField field = new TextField();
    private final Div results = new Div();

    JumpBox(Pages pages, List<ObjectFinder> finders) {
        this.pages = pages;
        this.finders = finders;
        getElement().setAttribute("aria-label", getTranslation("shell.jump"));
        field.setPlaceholder(getTranslation("shell.jump.hint"));
        field.setAriaLabel(getTranslation("shell.jump"));
        field.setPrefixComponent(Glyph.of("search"));
        field.setAutofocus(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(150);
        field.addValueChangeListener(changed -> find(changed.getValue().strip()));
        results.setId("ops-jump-results");
        results.getElement().setAttribute("role", "listbox").setAttribute("aria-label", getTranslation("shell.jump"));
        field.getElement()
                .executeJs(
                        """
                        const input = this.inputElement;
                        input.setAttribute('role', 'combobox');
                        input.setAttribute('aria-expanded', 'true');
                        input.setAttribute('aria-controls', 'ops-jump-results');
                        input.setAttribute('aria-autocomplete', 'list');""");
        Div box = new Div(field, results);
        box.addClassName("ops-jump");
        add(box);
        find("");
    }

    private void find(String text) {
        results.removeAll();
        Map<String, Div> found = new LinkedHashMap<>();
        if (!text.isEmpty()) {
            for (ObjectFinder finder : finders) {
                finder.path(text)
                        .ifPresent(path -> found.put(
                                path,
                                option(
                                        Key.plain(text.toUpperCase(Locale.ROOT)),
                                        "",
                                        "arrow-right",
                                        () -> Go.to(path))));
            }
        }
        pages(text)
                .forEach(page -> found.put(
                        page.path(),
                        option(new Span(getTranslation(page.titleKey())), "", page.icon(), () -> open(page))));
        if (text.length() > 1) {
            for (ObjectFinder finder : finders) {
                finder.find(text, OBJECTS)
                        .forEach(hit -> found.put(
                                hit.path(),
                                option(Key.plain(hit.key()), hit.title(), "ticket", () -> Go.to(hit.path()))));
            }
        }
        List<Div> options = new ArrayList<>(found.values());
        for (int i = 0; i < options.size(); i++) {
            options.get(i).setId("ops-jump-" + i);
            options.get(i).getElement().setAttribute("aria-selected", Boolean.toString(i == 0));
        }
        options.forEach(results::add);
        if (options.isEmpty()) {
            Div none = new Div(getTranslation("shell.jump.none", text));
            none.addClassName("ops-dim");
            none.getElement().setAttribute("role", "option").setAttribute("aria-disabled", "true");
            results.add(none);
        }
    }

    private List<Pages.Page> pages(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return pages.all().stream()
                .filter(page -> page.path().contains(wanted)
                        || getTranslation(page.titleKey())
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted))
                .toList();
    }

    private static void open(Pages.Page page) {
        if (page.screen()) {
            Go.to(page.path());
        } else {
            Go.out(page.path());
        }
    }

    private Div option(Span name, String title, String icon, Runnable go) {
        Span text = new Span(title);
        text.addClassName("ops-title");
        Div option = new Div(Glyph.ofPath(icon), name, text);
        option.getElement().setAttribute("role", "option");
        option.addClickListener(click -> {
            close();
            go.run();
        });
        return option;
    }
}
