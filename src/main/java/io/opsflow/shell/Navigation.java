package io.opsflow.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.opsflow.design.Glyph;
import io.opsflow.design.LivePanel;
import io.opsflow.design.MenuCounter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The menu at the left: pages in groups, with live numbers behind some; folds to its icons. */
final class Navigation extends Nav {

    private final Pages pages;
    private final List<MenuCounter> counters;
    private final Map<String, Anchor> links = new HashMap<>();
    private final Map<String, Span> numbers = new HashMap<>();

    Navigation(Pages pages, List<MenuCounter> counters, Runnable countElsewhere) {
        this.pages = pages;
        this.counters = counters.stream()
                .filter(counter ->
                        pages.all().stream().anyMatch(page -> page.path().equals(counter.path())))
                .toList();
        addClassName("ops-nav");
        setId("ops-nav");
        getElement().setAttribute("aria-label", getTranslation("shell.menu"));
        LivePanel live = new LivePanel(Duration.ofSeconds(10), () -> {
            count();
            countElsewhere.run();
        });
        pages.groups().forEach((group, entries) -> {
            if (group > 0) {
                live.add(new H2(getTranslation("shell.menu." + group)));
            }
            UnorderedList list = new UnorderedList();
            entries.forEach(page -> list.add(new ListItem(link(page))));
            live.add(list);
        });
        add(live, foldButton());
        count();
    }

    /** Marks the page that is open. */
    void open(String location) {
        Pages.Page here = pages.at(location);
        links.forEach((path, link) -> {
            if (here != null && here.path().equals(path)) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }

    private Anchor link(Pages.Page page) {
        Anchor link = new Anchor(page.path(), "");
        link.setRouterIgnore(!page.screen());
        String title = getTranslation(page.titleKey());
        Span label = new Span(title);
        label.addClassName("ops-nav-label");
        Span number = new Span();
        number.addClassName("ops-nav-count");
        link.add(Glyph.ofPath(page.icon()), label, number);
        link.getElement().setAttribute("title", title);
        if (page.letter() != null) {
            link.getElement().setAttribute("data-go", page.letter());
        }
        links.put(page.path(), link);
        numbers.put(page.path(), number);
        return link;
    }

    private void count() {
        for (MenuCounter counter : counters) {
            long count = counter.count();
            Span number = numbers.get(counter.path());
            if (number != null) {
                number.setText(count == 0 ? "" : count > 999 ? "999+" : Long.toString(count));
            }
        }
    }

    private NativeButton foldButton() {
        NativeButton fold = new NativeButton();
        fold.add(Glyph.of("fold"));
        fold.addClassName("ops-fold");
        String label = getTranslation("shell.menu.fold");
        fold.getElement()
                .setAttribute("type", "button")
                .setAttribute("aria-label", label)
                .setAttribute("title", label);
        // The browser alone folds the menu and remembers it.
        fold.getElement()
                .executeJs(
                        """
                        this.addEventListener('click', () => {
                          const root = document.documentElement, folded = root.getAttribute('nav') === 'folded';
                          if (folded) root.removeAttribute('nav'); else root.setAttribute('nav', 'folded');
                          localStorage.setItem('opsflow.nav', folded ? '' : 'folded');
                        })""");
        return fold;
    }
}
