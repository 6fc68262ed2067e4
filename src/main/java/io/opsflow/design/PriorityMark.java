package io.opsflow.design;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** How pressing something is: a small mark whose shape and colour differ from level to level. */
public final class PriorityMark extends Span {

    /** From most to least pressing. */
    public enum Level {
        URGENT,
        HIGH,
        MEDIUM,
        LOW
    }

    private PriorityMark(Level level) {
        addClassNames("ops-prio", level.name().toLowerCase(Locale.ROOT));
    }

    /** The mark alone, for dense lists; its word is read aloud and shown on hover. */
    public static PriorityMark of(Level level, String word) {
        PriorityMark mark = new PriorityMark(level);
        mark.getElement()
                .setAttribute("role", "img")
                .setAttribute("aria-label", word)
                .setAttribute("title", word);
        return mark;
    }

    /** The mark with its word beside it. */
    public static Span withWord(Level level, String word) {
        PriorityMark mark = new PriorityMark(level);
        mark.getElement().setAttribute("aria-hidden", "true");
        Span both = new Span(mark, new Span(word));
        both.addClassName("ops-prio-word");
        return both;
    }

    /** The mark in a chip, for heads of pages. */
    public static Chip chip(Level level, String word) {
        Tone tone =
                switch (level) {
                    case URGENT, HIGH -> level == Level.URGENT ? Tone.BAD : Tone.WAIT;
                    case MEDIUM -> Tone.WORK;
                    case LOW -> Tone.CALM;
                };
        Chip chip = Chip.of("", tone);
        PriorityMark mark = new PriorityMark(level);
        mark.getElement().setAttribute("aria-hidden", "true");
        chip.add(mark, new Span(word));
        return chip;
    }
}
