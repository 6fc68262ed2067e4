package io.opsflow.design;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Arrays;

/** A sentence from the message bundles in which what fills its places stands out. */
public final class Sentence extends Span {

    /** Surrounds what stands out; it occurs in no text that somebody can type or read. */
    private static final String MARK = "\u0001";

    @Tag("strong")
    private static final class Strong extends HtmlContainer {

        Strong(String text) {
            setText(text);
        }
    }

    private Sentence(String marked) {
        boolean strong = false;
        for (String part : marked.split(MARK, -1)) {
            if (!part.isEmpty()) {
                add(strong ? new Strong(part) : new Span(part));
            }
            strong = !strong;
        }
    }

    /** The sentence of a key; its arguments are texts. */
    public static Sentence of(String key, String... args) {
        return new Sentence(I18NProvider.translate(
                key,
                Arrays.stream(args)
                        .map(arg -> MARK + arg.replace(MARK, "") + MARK)
                        .toArray()));
    }
}
