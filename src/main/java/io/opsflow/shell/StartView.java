package io.opsflow.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.opsflow.design.LanguageSwitch;
import io.opsflow.kernel.Actor;

/** What somebody sees who has not signed in: what this is, and the two ways in. */
@Route(value = "", autoLayout = false)
@AnonymousAllowed
class StartView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    StartView() {
        addClassName("ops-front");
        H1 name = new H1(new Span("Ops"), new Span("Flow"));
        name.getElement().setAttribute("aria-label", "OpsFlow");
        name.getElement().getChild(0).getStyle().set("color", "inherit");
        Paragraph sentence = new Paragraph(getTranslation("shell.start.sentence"));
        sentence.addClassName("ops-sentence");
        Anchor signIn = new Anchor("login", getTranslation("shell.start.sign-in"));
        signIn.addClassNames("ops-call", "primary");
        Anchor register = new Anchor("register", getTranslation("shell.start.register"));
        register.addClassName("ops-call");
        Div calls = new Div(signIn, register);
        calls.addClassName("ops-calls");
        add(new Header(new LanguageSwitch()), new Main(name, sentence, calls));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (Actor.isSignedIn()) {
            event.forwardTo(HomeView.class);
        }
    }

    @Override
    public String getPageTitle() {
        return "OpsFlow";
    }
}
