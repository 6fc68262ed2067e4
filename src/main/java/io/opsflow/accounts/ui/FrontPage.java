package io.opsflow.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import io.opsflow.design.LanguageSwitch;

/** A page without the frame: the product's name, the languages, and one card with one thing to do. */
abstract class FrontPage extends Div implements HasDynamicTitle {

    private final String title;
    private final Main main = new Main();
    private final Section card = new Section();

    FrontPage(String titleKey) {
        title = getTranslation(titleKey);
        addClassName("ops-front");
        Anchor brand = new Anchor("", new Span("Ops"), accent());
        brand.addClassName("ops-front-brand");
        H1 heading = new H1(title);
        card.addClassName("ops-front-card");
        card.add(heading);
        main.add(brand, card);
        add(new Header(new LanguageSwitch()), main);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    /** Below the heading. */
    void content(Component... components) {
        card.add(components);
    }

    /** Below the card: where else one can go from here. */
    void ways(Component... links) {
        Div ways = new Div(links);
        ways.addClassName("ops-front-ways");
        main.add(ways);
    }

    private static Span accent() {
        Span flow = new Span("Flow");
        flow.addClassName("ops-front-accent");
        return flow;
    }
}
