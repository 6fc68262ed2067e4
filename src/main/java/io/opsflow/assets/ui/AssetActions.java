package io.opsflow.assets.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.assets.Why;
import io.opsflow.design.Confirm;
import io.opsflow.design.Glyph;
import io.opsflow.design.Go;
import io.opsflow.design.Notice;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What can be done with an object by those who may; others see no button. */
final class AssetActions {

    private final List<Component> buttons = new ArrayList<>();
    private final boolean mayManage = Actor.may(Permissions.ASSETS_MANAGE);

    AssetActions edit(Runnable work) {
        return action("assets.action.edit", "edit", work);
    }

    AssetActions action(String labelKey, String glyph, Runnable work) {
        if (mayManage) {
            buttons.add(new Button(I18NProvider.translate(labelKey), Glyph.of(glyph), click -> work.run()));
        }
        return this;
    }

    /** A file for everybody who may look: a path without a leading slash. */
    AssetActions file(String labelKey, String path) {
        buttons.add(new Button(I18NProvider.translate(labelKey), Glyph.of("file"), click -> Go.out(path)));
        return this;
    }

    /** Asks first, and why: the change log outlives what is struck off. */
    AssetActions delete(String name, Consumer<Why> work) {
        return action("assets.action.delete", "x", () -> {
            TextField reason = field("reason", Why.REASON);
            TextField ticket = field("ticket", Why.TICKET);
            Paragraph told = new Paragraph(I18NProvider.translate("assets.delete.effect"));
            told.addClassName("wide");
            Div effect = new Div(told, reason, ticket);
            effect.addClassName("asset-form");
            Confirm.ask(
                    I18NProvider.translate("assets.delete.question", name),
                    effect,
                    I18NProvider.translate("assets.action.delete"),
                    () -> {
                        work.accept(new Why(reason.getValue(), ticket.getValue()));
                        Notice.done(I18NProvider.translate("assets.deleted", name));
                    });
        });
    }

    private static TextField field(String name, int longest) {
        TextField field = new TextField(AssetWords.label(name));
        field.setMaxLength(longest);
        return field;
    }

    Component[] buttons() {
        return buttons.toArray(Component[]::new);
    }
}
