package io.opsflow.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.opsflow.design.Avatar;
import io.opsflow.design.DialogButtons;
import io.opsflow.design.Formats;
import io.opsflow.design.Glyph;
import io.opsflow.design.Go;
import io.opsflow.design.Languages;
import io.opsflow.design.Me;
import io.opsflow.design.MenuCounter;
import io.opsflow.design.Preferences;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** The person at the right end of the top bar, and behind the name: language, zone, colours, profile and the way out. */
final class UserMenu extends MenuBar {

    private static final String PROFILE = "profile";

    private static final String NOTIFICATIONS = "notifications";

    private final Preferences preferences;
    private final List<MenuCounter> counters;
    private final Span unread = new Span();
    private final Span unreadInMenu = new Span();

    UserMenu(
            Preferences preferences,
            Me me,
            AuthenticationContext authentication,
            List<MenuCounter> counters,
            Runnable showShortcuts) {
        this.preferences = preferences;
        this.counters = counters.stream()
                .filter(counter -> counter.path().equals(NOTIFICATIONS))
                .toList();
        addThemeNames("tertiary", "ops");
        String name = me.displayName();
        String role = me.role(getLocale());
        Span label = new Span(name + (role.isEmpty() ? "" : " · " + role));
        label.addClassName("ops-who-name");
        unread.addClassName("ops-nav-count");
        unreadInMenu.addClassName("ops-nav-count");
        Span who = new Span(Avatar.of(name), label, unread);
        who.addClassName("ops-who-am-i");
        MenuItem root = addItem(who);
        root.setAriaLabel(getTranslation("shell.user", name));
        SubMenu menu = root.getSubMenu();
        if (RouteConfiguration.forSessionScope().getRoute(PROFILE).isPresent()) {
            item(menu, "user", getTranslation("shell.user.profile")).addClickListener(click -> Go.to(PROFILE));
        }
        if (RouteConfiguration.forSessionScope().getRoute(NOTIFICATIONS).isPresent()) {
            MenuItem messages = item(menu, "bell", getTranslation("shell.user.notifications"));
            messages.add(unreadInMenu);
            messages.addClickListener(click -> Go.to(NOTIFICATIONS));
        }
        languages(item(menu, "globe", getTranslation("shell.language")).getSubMenu());
        themes(item(menu, "moon", getTranslation("shell.theme")).getSubMenu());
        item(menu, "zone", getTranslation("shell.zone", Formats.zone().getId()))
                .addClickListener(click -> chooseZone());
        item(menu, "keyboard", getTranslation("shell.shortcuts")).addClickListener(click -> showShortcuts.run());
        count();
        item(menu, "log-out", getTranslation("shell.sign-out")).addClickListener(click -> authentication.logout());
    }

    /** Looks how many messages are unread. */
    void count() {
        long count = counters.stream().mapToLong(MenuCounter::count).sum();
        String number = count == 0 ? "" : count > 99 ? "99+" : Long.toString(count);
        unread.setText(number);
        unread.getElement().setAttribute("title", count == 0 ? "" : getTranslation("shell.user.unread", number));
        unreadInMenu.setText(number);
    }

    private void languages(SubMenu menu) {
        for (Locale locale : Languages.ALL) {
            MenuItem item = menu.addItem(Languages.name(locale), click -> {
                preferences.change(locale, preferences.zone(), preferences.theme());
                getUI().ifPresent(ui -> Languages.switchTo(ui, locale));
            });
            item.setCheckable(true);
            item.setChecked(Languages.isChinese(getLocale()) == Languages.isChinese(locale));
        }
    }

    private void themes(SubMenu menu) {
        Preferences.Theme now = preferences.theme();
        for (Preferences.Theme theme : Preferences.Theme.values()) {
            String name = theme.name().toLowerCase(Locale.ROOT);
            MenuItem item = menu.addItem(getTranslation("shell.theme." + name), click -> {
                preferences.change(getLocale(), preferences.zone(), theme);
                menu.getItems().forEach(other -> other.setChecked(other == click.getSource()));
                getUI().ifPresent(ui -> ui.getPage().executeJs("window.opsflowTheme($0)", name));
            });
            item.setCheckable(true);
            item.setChecked(theme == now);
        }
    }

    private void chooseZone() {
        Dialog dialog = new Dialog(getTranslation("shell.zone.choose"));
        ComboBox<ZoneId> zones = new ComboBox<>(getTranslation("shell.zone.label"));
        zones.setItems(ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.indexOf('/') > 0 && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .map(ZoneId::of)
                .toList());
        zones.setItemLabelGenerator(zone -> zone.getId() + " · " + zone.getDisplayName(TextStyle.SHORT, getLocale()));
        zones.setValue(Formats.zone());
        zones.setWidth("320px");
        DialogButtons.of(dialog, getTranslation("shell.zone.use"), () -> {
            if (zones.getValue() != null) {
                preferences.change(getLocale(), zones.getValue(), preferences.theme());
                getUI().ifPresent(ui -> ui.getPage().reload());
            }
        });
        dialog.add(zones);
        dialog.open();
    }

    private static MenuItem item(SubMenu menu, String glyph, String text) {
        Component icon = Glyph.of(glyph);
        Span line = new Span(icon, new Span(text));
        line.addClassName("ops-row");
        return menu.addItem(line);
    }
}
