package io.opsflow.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.opsflow.design.Glyph;
import io.opsflow.design.Kbd;
import io.opsflow.design.Me;
import io.opsflow.design.MenuCounter;
import io.opsflow.design.MenuLink;
import io.opsflow.design.ObjectFinder;
import io.opsflow.design.Preferences;
import io.opsflow.kernel.Actor;
import io.opsflow.platform.OpsFlowSettings;
import java.util.List;

/** The frame around every page: top bar, menu, the page. Pages come into it by themselves. */
@Layout
@AnonymousAllowed // holds no data; pages decide who sees them
@JsModule("./src/ops-keys.ts")
class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final Main page = new Main();
    private final Navigation navigation;
    private final Pages pages;
    private final List<ObjectFinder> finders;

    MainLayout(
            List<MenuCounter> counters,
            List<ObjectFinder> finders,
            List<MenuLink> links,
            Preferences preferences,
            Me me,
            AuthenticationContext authentication,
            OpsFlowSettings settings) {
        this.finders = finders;
        boolean signedIn = Actor.isSignedIn();
        pages = signedIn ? Pages.ofThisPerson(links) : new Pages(List.of());
        UserMenu menu = signedIn ? new UserMenu(preferences, me, authentication, counters, this::showShortcuts) : null;
        navigation = new Navigation(pages, signedIn ? counters : List.of(), menu == null ? () -> {} : menu::count);
        addClassName("ops-app");
        page.addClassName("ops-main");
        page.setId("ops-main");
        page.getElement().setAttribute("tabindex", "-1");
        Component person = menu == null ? signInLink() : menu;
        Header top = new Header(burger(), new Brand(signedIn ? "home" : ""), find(), person);
        top.addClassName("ops-top");
        add(skipLink(), top);
        if (settings.isDemo()) {
            Aside demo = new Aside(new Span(getTranslation("shell.demo")));
            demo.addClassName("ops-demo");
            demo.getElement().setAttribute("aria-label", getTranslation("shell.demo.label"));
            add(demo);
        }
        Div scrim = new Div();
        scrim.addClassName("ops-scrim");
        add(navigation, scrim, page);
        getElement().addEventListener("ops-jump", jump -> showJumpBox());
        getElement().addEventListener("ops-help", help -> showShortcuts());
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        page.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement content) {
        page.getElement().removeAllChildren();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        navigation.open(event.getLocation().getPath());
        getElement().removeAttribute("drawer");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        // The drawer of a narrow screen opens and closes without asking the server.
        getElement()
                .executeJs(
                        """
                        const burger = this.querySelector('.ops-burger');
                        const show = (open) => {
                          this.toggleAttribute('drawer', open);
                          burger.setAttribute('aria-expanded', String(open));
                        };
                        burger.onclick = () => show(!this.hasAttribute('drawer'));
                        this.querySelector('.ops-scrim').onclick = () => show(false);
                        this.querySelector('.ops-nav').onclick = (event) => {
                          if (event.target.closest('a')) show(false);
                        };
                        this.querySelector('.ops-skip').onclick = (event) => {
                          event.preventDefault();
                          this.querySelector('.ops-main').focus();
                        };""");
    }

    private void showJumpBox() {
        if (!pages.all().isEmpty()) {
            new JumpBox(pages, finders).open();
        }
    }

    private void showShortcuts() {
        new ShortcutsDialog(pages).open();
    }

    private Anchor skipLink() {
        Anchor skip = new Anchor("#ops-main", getTranslation("shell.skip"));
        skip.addClassName("ops-skip");
        skip.getElement().setAttribute("router-ignore", true);
        return skip;
    }

    private NativeButton burger() {
        NativeButton burger = new NativeButton();
        burger.add(Glyph.of("menu"));
        burger.addClassName("ops-burger");
        burger.getElement()
                .setAttribute("type", "button")
                .setAttribute("aria-label", getTranslation("shell.menu"))
                .setAttribute("aria-controls", "ops-nav")
                .setAttribute("aria-expanded", "false");
        return burger;
    }

    private NativeButton find() {
        Span text = new Span(getTranslation("shell.jump.hint"));
        text.addClassName("ops-find-text");
        NativeButton find = new NativeButton();
        find.add(Glyph.of("search"), text, Kbd.of("Ctrl K"));
        find.addClickListener(click -> showJumpBox());
        find.addClassName("ops-find");
        find.getElement().setAttribute("aria-label", getTranslation("shell.jump.hint"));
        find.getElement().setAttribute("type", "button");
        return find;
    }

    private Anchor signInLink() {
        Anchor link = new Anchor("login", getTranslation("shell.start.sign-in"));
        link.addClassNames("ops-call", "primary");
        link.getStyle().set("margin-left", "auto");
        return link;
    }
}
