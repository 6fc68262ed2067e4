package io.opsflow.design;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Arrays;

/** A sentence from the message bundles in which what fills its places stands out. */
public final class Sentence extends Span {

    /** Surrounds what stands out; it occurs in no text that somebody can type or read. */
    private static final String MARK = "\u0001";

    private Sentence(String marked) {
        boolean strong = false;
        for (String part : marked.split(MARK, -1)) {
            if (!part.isEmpty()) {
                Span span = new Span(part);
                if (strong) {
                    span.addClassName("ops-strong");
                }
                add(span);
            }
            strong = !strong;
        }
    }

    /** The sentence of a key; its arguments are texts. */
    public static Sentence of(String key, String... args) {
        return new Sentence(I18NProvider.translate(
                key,
                Arrays.stream(args).map(arg -> MARK + arg.replace(MARK, "") + MARK).toArray()));
    }
}
