package io.opsflow.design;

import com.vaadin.flow.component.html.Span;

/** A word on a coloured ground: the state of something. */
public final class Chip extends Span {

    private Chip(String text, Tone tone) {
        super(text);
        addClassNames("ops-chip", tone.css());
    }

    /** A word in the colour of its state. */
    public static Chip of(String text, Tone tone) {
        return new Chip(text, tone);
    }

    /** A word without a state. */
    public static Chip of(String text) {
        return new Chip(text, Tone.CALM);
    }
}
