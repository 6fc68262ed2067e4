package io.opsflow.design;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.i18n.I18NProvider;
import java.io.Serializable;

/** A sentence that slides in: something was done, or could not be done. */
public final class Notice {

    private Notice() {}

    /** A page that refreshes itself would fail with the same sentence every few seconds: it is said once. */
    private record Last(String text, Notification notification) implements Serializable {

        boolean isStillSaid(String again) {
            return text.equals(again) && notification.isOpened();
        }
    }

    /** Something was done; goes away by itself. */
    public static void done(String text) {
        open(text, Tone.GOOD, "circle-check", 4000);
    }

    /** Something was done, and can be taken back for a while. */
    public static void done(String text, String undoLabel, Runnable undo) {
        Notification notification = open(text, Tone.GOOD, "circle-check", 10_000);
        Button button = new Button(undoLabel, click -> {
            notification.close();
            undo.run();
        });
        button.addThemeNames("tertiary-inline");
        notification.add(button);
    }

    /** Something could not be done; stays until it is closed. */
    public static void failed(String text) {
        open(text, Tone.BAD, "alert", 0);
    }

    /** Something worth knowing; goes away by itself. */
    public static void note(String text) {
        open(text, Tone.CALM, "info", 6000);
    }

    private static Notification open(String text, Tone tone, String glyph, int milliseconds) {
        Last last = ComponentUtil.getData(UI.getCurrent(), Last.class);
        if (tone == Tone.BAD && last != null && last.isStillSaid(text)) {
            return last.notification();
        }
        Notification notification = new Notification();
        ComponentUtil.setData(UI.getCurrent(), Last.class, new Last(text, notification));
        notification.setPosition(Notification.Position.BOTTOM_START);
        notification.setDuration(milliseconds);
        notification.setAssertive(tone == Tone.BAD);
        notification.addClassNames("ops-notice", tone.css());
        Button close = new Button(Glyph.of("x"), click -> notification.close());
        close.addThemeNames("tertiary-inline", "icon");
        close.setAriaLabel(I18NProvider.translate("design.close"));
        Span sentence = new Span(text);
        sentence.addClassName("ops-notice-text");
        Span line = new Span(Glyph.of(glyph), sentence, close);
        line.addClassName("ops-notice-line");
        notification.add(line);
        notification.open();
        return notification;
    }
}
