package io.opsflow.assets.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.opsflow.assets.RackLook;
import io.opsflow.assets.ServerStatus;

/** What the colours of the racks mean. */
final class RackLegend extends Div {

    RackLegend(RackLook look) {
        addClassName("rack-legend");
        if (look.byRole()) {
            look.roles().forEach(role -> sign("role-" + look.colour(role), role));
        } else {
            for (ServerStatus status : ServerStatus.values()) {
                sign("status-" + status.code().replace('_', '-'), AssetWords.word(status));
            }
        }
        sign("kept", getTranslation("assets.f.reservation"));
    }

    private void sign(String css, String words) {
        Span swatch = new Span();
        swatch.addClassNames("rack-swatch", css);
        Span sign = new Span(swatch, new Span(words));
        sign.addClassName("rack-sign");
        add(sign);
    }
}
