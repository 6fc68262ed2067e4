package io.opsflow.assets.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.design.Confirm;
import io.opsflow.design.Glyph;
import io.opsflow.design.Go;
import io.opsflow.design.Notice;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import java.util.ArrayList;
import java.util.List;

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

    /** Asks first. */
    AssetActions delete(String name, Runnable work) {
        return action(
                "assets.action.delete",
                "x",
                () -> Confirm.ask(
                        I18NProvider.translate("assets.delete.question", name),
                        I18NProvider.translate("assets.delete.effect"),
                        I18NProvider.translate("assets.action.delete"),
                        () -> {
                            work.run();
                            Notice.done(I18NProvider.translate("assets.deleted", name));
                        }));
    }

    Component[] buttons() {
        return buttons.toArray(Component[]::new);
    }
}
