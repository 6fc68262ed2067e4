package io.opsflow.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** What happened to something, one entry below the other. */
public final class Timeline extends OrderedList {

    public Timeline() {
        addClassName("ops-timeline");
    }

    /** Somebody said something: the disc of the person, a line of who and when, and the words in a frame. */
    public Timeline said(String name, Component who, String words) {
        Div bubble = new Div(words);
        bubble.addClassName("ops-bubble");
        return entry(Avatar.of(name), who, bubble);
    }

    /** Something happened: a picture, a line of who, what and when, and the words that were left with it, if any. */
    public Timeline happened(String glyph, Component who, @Nullable String words) {
        Span disc = new Span(Glyph.of(glyph));
        disc.addClassName("ops-disc");
        if (words == null || words.isBlank()) {
            return entry(disc, who, null);
        }
        Div quote = new Div(words);
        quote.addClassNames("ops-bubble", "ops-quote");
        return entry(disc, who, quote);
    }

    private Timeline entry(Component disc, Component who, @Nullable Component words) {
        who.addClassName("ops-who");
        Div body = new Div(who);
        if (words != null) {
            body.add(words);
        }
        add(new ListItem(disc, body));
        return this;
    }
}
