package io.opsflow.design;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;

/** A key of the keyboard. */
@Tag("kbd")
public final class Kbd extends HtmlContainer {

    private Kbd(String key) {
        addClassName("ops-kbd");
        setText(key);
    }

    /** One key, or a chord such as "Ctrl ⏎". */
    public static Kbd of(String key) {
        return new Kbd(key);
    }

    /** Keys and what they do, for the foot of a list. */
    public static Span hint(String does, String... keys) {
        Span hint = new Span();
        hint.addClassName("ops-kbd-hint");
        for (String key : keys) {
            hint.add(new Kbd(key));
        }
        hint.add(new Span(does));
        return hint;
    }
}
