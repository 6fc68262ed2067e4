package io.opsflow.assets.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.opsflow.assets.FloorPlan;
import io.opsflow.assets.FloorPlans;
import io.opsflow.assets.Fullness;
import io.opsflow.design.Card;
import io.opsflow.design.Formats;
import java.util.Locale;

/** A machine room from above, with what the colours mean. */
final class FloorCard extends Composite<Card> {

    private final transient FloorPlans plans;
    private final transient FloorPlan plan;

    FloorCard(FloorPlans plans, FloorPlan plan) {
        this.plans = plans;
        this.plan = plan;
    }

    @Override
    protected Card initContent() {
        String title = getTranslation("assets.floor");
        Div picture = new Div();
        picture.addClassName("floor-picture");
        // It scrolls sideways by itself, so the keyboard must reach it.
        picture.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", title)
                // Drawn and escaped by the server; nothing that somebody typed is markup in it.
                .setProperty("innerHTML", plans.svg(plan, Formats.locale()));
        Div legend = new Div();
        legend.addClassName("rack-legend");
        for (Fullness fullness : Fullness.values()) {
            Span swatch = new Span();
            swatch.addClassNames("rack-swatch", fullness.css());
            Span sign = new Span(
                    swatch,
                    new Span(getTranslation("assets.fullness." + fullness.name().toLowerCase(Locale.ROOT))));
            sign.addClassName("rack-sign");
            legend.add(sign);
        }
        return new Card(title, picture, legend);
    }
}
