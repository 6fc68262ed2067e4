package io.opsflow.accounts.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.opsflow.accounts.DemoAccounts;
import io.opsflow.accounts.DemoAccounts.Visitor;
import io.opsflow.accounts.FirstAdministrator;
import io.opsflow.design.Banner;
import io.opsflow.design.Tone;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.TooManyAttempts;
import java.util.List;
import java.util.Map;

/** Where somebody signs in. Why it did not work is said without telling whether the name exists. */
@Route(value = LoginView.PATH, autoLayout = false)
@AnonymousAllowed
class LoginView extends FrontPage implements BeforeEnterObserver {

    static final String PATH = "login";
    static final String WRONG = "error";
    static final String WAIT = "wait";
    static final String UNAVAILABLE = "unavailable";
    static final String EXPIRED = "expired";
    static final String STALE = "stale";
    static final String SIGNED_OUT = "signed-out";
    static final String ADDED = "added";
    static final String REGISTERED = "registered";
    static final String REQUESTED = "requested";
    static final String PENDING = "pending";
    static final String REFUSED = "refused";

    private static final Map<String, Said> SAID = Map.of(
            WRONG, new Said(Tone.BAD, "accounts.login.wrong"),
            UNAVAILABLE, new Said(Tone.BAD, "accounts.login.unavailable"),
            EXPIRED, new Said(Tone.WAIT, "accounts.login.expired"),
            STALE, new Said(Tone.WAIT, "accounts.login.stale"),
            SIGNED_OUT, new Said(Tone.GOOD, "accounts.login.signed-out"),
            ADDED, new Said(Tone.GOOD, "accounts.setup.done"),
            REGISTERED, new Said(Tone.GOOD, "accounts.register.done"),
            REQUESTED, new Said(Tone.GOOD, "accounts.register.requested"),
            PENDING, new Said(Tone.WAIT, "accounts.register.pending"));

    private final SignInForm form = new SignInForm();
    private final DemoAccounts demo;
    private final FirstAdministrator firstAdministrator;

    private record Said(Tone tone, String key) {}

    LoginView(DemoAccounts demo, FirstAdministrator firstAdministrator) {
        super("accounts.login.title");
        this.demo = demo;
        this.firstAdministrator = firstAdministrator;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (Actor.isSignedIn()) {
            event.forwardTo("home");
            return;
        }
        QueryParameters told = event.getLocation().getQueryParameters();
        told.getParameters().keySet().stream()
                .filter(SAID::containsKey)
                .findFirst()
                .map(SAID::get)
                .ifPresent(said -> say(said.tone(), getTranslation(said.key())));
        told.getSingleParameter(WAIT)
                .filter(seconds -> seconds.matches("\\d{1,5}"))
                .map(seconds -> TooManyAttempts.minutes(Integer.parseInt(seconds)))
                .ifPresent(minutes -> say(Tone.BAD, getTranslation("error.too-many-attempts", minutes)));
        if (told.getParameters().containsKey(REFUSED)) {
            String reason = LastAttempt.takeReason(
                            VaadinService.getCurrentRequest().getWrappedSession())
                    .orElse("");
            say(
                    Tone.BAD,
                    getTranslation(reason.isEmpty() ? "accounts.register.over" : "accounts.register.refused", reason));
        }
        LastAttempt.take(VaadinService.getCurrentRequest().getWrappedSession()).ifPresent(form::name);
        content(form);
        addVisitors(demo.visitors());
        addWays();
    }

    private void say(Tone tone, String sentence) {
        Banner banner = Banner.of(tone, sentence);
        banner.getElement().setAttribute("role", "alert");
        content(banner);
    }

    private void addWays() {
        if (firstAdministrator.isAwaited()) {
            ways(
                    new Span(getTranslation("accounts.login.setup")),
                    new Anchor(SetupView.PATH, getTranslation("accounts.login.setup-link")));
        } else {
            ways(
                    new Span(getTranslation("accounts.login.no-account")),
                    new Anchor(RegisterView.PATH, getTranslation("accounts.login.register")),
                    new Anchor("", getTranslation("accounts.login.start")));
        }
    }

    private void addVisitors(List<Visitor> visitors) {
        if (visitors.isEmpty()) {
            return;
        }
        Div choices = new Div();
        Paragraph hint = new Paragraph(getTranslation("accounts.login.demo-hint"));
        hint.addClassName("ops-dim");
        choices.add(hint);
        for (Visitor visitor : visitors) {
            Span name = new Span(visitor.username());
            name.addClassName("ops-mono");
            Span role = new Span(visitor.realName() + " · "
                    + getTranslation("accounts.role." + visitor.role().code()));
            role.addClassName("ops-dim");
            NativeButton choice = new NativeButton("", click -> form.fill(visitor.username(), visitor.password()));
            choice.getElement().setAttribute("type", "button");
            choice.add(name, role);
            choices.add(choice);
        }
        NativeDetails details = new NativeDetails(getTranslation("accounts.login.demo"), choices);
        details.addClassName("ops-front-demo");
        content(details);
    }
}
