package io.opsflow.tickets.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import io.opsflow.design.Attempt;
import io.opsflow.design.Formats;
import io.opsflow.design.Kbd;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.Permissions;
import io.opsflow.kernel.Texts;
import io.opsflow.tickets.AddComment;
import io.opsflow.tickets.TicketKey;
import io.opsflow.tickets.Tickets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where somebody says something about a ticket. Who only watches tickets does not see it. */
final class CommentBox extends Composite<Div> {

    private final Tickets tickets;
    private final Texts texts;
    private final Runnable changed;
    private final TextArea text = new TextArea();
    private @Nullable TicketKey key;

    CommentBox(Tickets tickets, Texts texts, Runnable changed) {
        this.tickets = tickets;
        this.texts = texts;
        this.changed = changed;
        text.setPlaceholder(getTranslation("tickets.comment.placeholder"));
        text.setAriaLabel(getTranslation("tickets.comment.placeholder"));
        text.setManualValidation(true);
        text.setWidthFull();
        text.setMinRows(2);
        text.setMaxRows(12);
        Button send = new Button(getTranslation("tickets.comment.send"), click -> send());
        send.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(text).setResetFocusOnActiveElement(true);
        Div foot = new Div(Kbd.of("Ctrl ⏎"), send);
        foot.addClassName("ticket-comment-foot");
        getContent().addClassName("ticket-comment");
        getContent().add(text, foot);
        setVisible(Stream.of(
                        Permissions.TICKETS_CREATE,
                        Permissions.TICKETS_REVIEW,
                        Permissions.TICKETS_ASSIGN,
                        Permissions.TICKETS_HANDLE)
                .anyMatch(Actor::may));
    }

    /** From now on about this ticket. */
    void show(TicketKey of) {
        if (!of.equals(key)) {
            text.clear();
        }
        key = of;
    }

    private void send() {
        TicketKey about = key;
        text.setInvalid(false);
        if (about != null && Attempt.of(() -> tickets.comment(about, new AddComment(text.getValue())), this::refuse)) {
            text.clear();
            changed.run();
        }
    }

    private void refuse(List<FieldError> errors) {
        text.setInvalid(true);
        errors.forEach(error -> text.setErrorMessage(texts.of(Formats.locale(), error)));
    }
}
