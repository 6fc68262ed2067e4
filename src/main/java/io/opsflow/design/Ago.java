package io.opsflow.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A moment, told from now; the exact time shows on hover. */
@Tag("time")
public final class Ago extends Component implements HasText, HasStyle {

    private Ago(Instant instant) {
        addClassName("ops-ago");
        setText(Formats.relative(instant));
        getElement().setAttribute("datetime", instant.toString()).setAttribute("title", Formats.dateTime(instant));
    }

    /** The moment, or an empty place. */
    public static Component of(@Nullable Instant instant) {
        return instant == null ? new Span() : new Ago(instant);
    }

    /** A moment by which something must be done; red once it has passed. */
    public static Component due(@Nullable Instant instant) {
        if (instant == null) {
            return new Span();
        }
        Ago due = new Ago(instant);
        if (instant.isBefore(Formats.now())) {
            due.addClassName("late");
            due.setText(due.getTranslation(
                    "design.time.late", Formats.duration(java.time.Duration.between(instant, Formats.now()))));
        }
        return due;
    }
}
