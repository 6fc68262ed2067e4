package io.opsflow.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** Facts in two columns: what, and its value. */
@Tag("dl")
public final class KeyValues extends HtmlContainer {

    @Tag("dt")
    private static final class Name extends HtmlContainer {}

    @Tag("dd")
    private static final class Value extends HtmlContainer {}

    public KeyValues() {
        addClassName("ops-kv");
    }

    /** A fact; an empty value shows as a dash. */
    public KeyValues fact(String name, @Nullable String value) {
        return fact(name, new Span(value == null || value.isBlank() ? "—" : value));
    }

    /** A fact whose value is more than a text. */
    public KeyValues fact(String name, Component value) {
        Name dt = new Name();
        dt.add(name);
        Value dd = new Value();
        dd.add(value);
        add(dt, dd);
        return this;
    }
}
