package io.opsflow.accounts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.opsflow.accounts.NewApiToken;
import io.opsflow.design.Notice;

/** A token that was just made, to be copied: nobody sees it again. */
class TokenOnceDialog extends Dialog {

    TokenOnceDialog(NewApiToken made) {
        setHeaderTitle(made.details().name());
        setWidth("460px");
        setCloseOnOutsideClick(false);
        TextField token = new TextField();
        token.setValue(made.token());
        token.setReadOnly(true);
        token.setWidthFull();
        token.setAutoselect(true);
        token.setAriaLabel(made.details().name());
        Button copy = new Button(getTranslation("tokens.copy"), click -> {
            // Where the page may not write to the clipboard, the marked text can be copied by hand.
            getElement().executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", made.token());
            token.focus();
            Notice.done(getTranslation("tokens.copied"));
        });
        Div line = new Div(token, copy);
        line.addClassName("token-once");
        Div content = new Div(new Paragraph(getTranslation("tokens.once")), line);
        content.addClassName("ops-stack");
        add(content);
        Button done = new Button(getTranslation("tokens.done"), click -> close());
        done.addThemeNames("primary");
        getFooter().add(done);
    }
}
