package io.opsflow.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opsflow.design.Card;
import io.opsflow.design.Formats;
import io.opsflow.design.HomePanel;
import io.opsflow.design.HomeTile;
import io.opsflow.design.LivePanel;
import io.opsflow.design.Me;
import io.opsflow.design.PageHead;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The first page of the day: what waits for the person who is signed in. Every number leads to what it counts. */
@Route("home")
@Menu(title = "shell.home", order = 0, icon = "home")
@PermitAll
class HomeView extends Div implements HasDynamicTitle {

    private final List<HomeTile> tiles;
    private final Div numbers = new Div();

    HomeView(List<HomeTile> tiles, List<HomePanel> panels, Me me) {
        this.tiles = tiles.stream()
                .filter(HomeTile::isVisible)
                .sorted(Comparator.comparingInt(HomeTile::order))
                .toList();
        addClassName("ops-page");
        numbers.addClassName("ops-tiles");
        H2 heading = new H2(getTranslation("shell.home.numbers"));
        heading.addClassName("ops-spoken");
        Div below = new Div();
        below.addClassName("ops-home-panels");
        panels.stream()
                .filter(HomePanel::isVisible)
                .sorted(Comparator.comparingInt(HomePanel::order))
                .forEach(panel -> below.add(card(panel)));
        add(
                new PageHead(getTranslation("shell.home.greeting", me.displayName()))
                        .marks(new Span(Formats.date(Formats.now()) + " · " + me.role(getLocale()))),
                heading,
                new LivePanel(Duration.ofSeconds(15), this::count, numbers),
                below);
        count();
    }

    private void count() {
        numbers.removeAll();
        tiles.forEach(tile -> numbers.add(link(tile)));
    }

    private Anchor link(HomeTile tile) {
        long count = tile.count();
        Anchor link = new Anchor(tile.link(), "");
        link.addClassName("ops-tile");
        if (count > 0) {
            link.addClassName(tile.tone().name().toLowerCase(Locale.ROOT));
        }
        link.getElement().appendChild(new Element("strong").setText(Long.toString(count)));
        link.add(new Span(getTranslation(tile.title())));
        return link;
    }

    private Card card(HomePanel panel) {
        Card card = new Card(getTranslation(panel.title()), panel.content());
        card.aside(new Anchor(panel.link(), getTranslation("shell.home.all")));
        return card;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.home");
    }
}
