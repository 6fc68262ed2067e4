package io.opsflow.design;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** The languages side by side, for pages that nobody has signed in for yet. */
public final class LanguageSwitch extends Span {

    public LanguageSwitch() {
        getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("design.language"));
        Languages.ALL.forEach(locale -> add(button(locale)));
    }

    private NativeButton button(Locale locale) {
        NativeButton button = new NativeButton(
                Languages.name(locale), click -> getUI().ifPresent(ui -> Languages.switchTo(ui, locale)));
        button.addClassName("ops-language");
        button.getElement()
                .setAttribute("type", "button")
                .setAttribute("lang", Languages.tag(locale))
                .setAttribute(
                        "aria-pressed",
                        Boolean.toString(Languages.isChinese(getLocale()) == Languages.isChinese(locale)));
        return button;
    }
}
