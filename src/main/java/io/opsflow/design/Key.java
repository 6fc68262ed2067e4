package io.opsflow.design;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;

/** The key of an object in even-spaced letters, with a button that copies it. */
public final class Key extends Span {

    private Key(String key, boolean copyable) {
        addClassName("ops-key");
        if (copyable) {
            add(copyButton(key));
        }
    }

    /** The key with its copy button. */
    public static Key of(String key) {
        Key result = new Key(key, true);
        result.addComponentAsFirst(new Span(key));
        return result;
    }

    /** The key as a link to its object, with a copy button. */
    public static Key linked(String key, String path) {
        Key result = new Key(key, true);
        result.addComponentAsFirst(new Anchor(path, key));
        return result;
    }

    /** The key alone. */
    public static Key plain(String key) {
        Key result = new Key(key, false);
        result.add(new Span(key));
        return result;
    }

    /** A small button that copies a text; the script of the page does the copying. */
    static NativeButton copyButton(String text) {
        NativeButton copy = new NativeButton();
        copy.add(Glyph.of("copy"));
        copy.addClassName("ops-copy");
        copy.getElement()
                .setAttribute("type", "button")
                .setAttribute("data-copy", text)
                .setAttribute("data-copied", I18NProvider.translate("design.copied"))
                .setAttribute("title", I18NProvider.translate("design.copy"))
                .setAttribute("aria-label", I18NProvider.translate("design.copy.what", text));
        return copy;
    }
}
