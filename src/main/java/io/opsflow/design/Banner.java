package io.opsflow.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** One line across a page that says how things stand: what is waited for, and what the reader can do. */
public final class Banner extends Div {

    private Banner(Tone tone) {
        addClassNames("ops-banner", tone.css());
    }

    /** A sentence. */
    public static Banner of(Tone tone, String text) {
        Banner banner = new Banner(tone);
        banner.setText(text);
        return banner;
    }

    /** A line of parts, such as texts and links. */
    public static Banner of(Tone tone, Component... parts) {
        Banner banner = new Banner(tone);
        banner.add(parts);
        return banner;
    }
}
