package io.opsflow.design;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A person as a small disc with the first letter of the name; the name stands beside it or shows on hover. */
public final class Avatar extends Span {

    private Avatar(String name) {
        super(initial(name));
        addClassName("ops-avatar");
        getElement().setAttribute("aria-hidden", "true").setAttribute("title", name);
    }

    /** The disc alone; read aloud is only a name that stands beside it. */
    public static Avatar of(String name) {
        return new Avatar(name);
    }

    /** The disc with the name beside it. */
    public static Span named(String name) {
        Span both = new Span(new Avatar(name), new Span(name));
        both.addClassName("ops-person");
        return both;
    }

    private static String initial(String name) {
        return name.isEmpty()
                ? "?"
                : name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }
}
