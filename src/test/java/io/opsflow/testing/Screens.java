package io.opsflow.testing;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.TestingLifecycleHookKt;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import elemental.json.Json;
import elemental.json.JsonObject;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.ClassUtils;

/** The product's screens without a browser, as one user sees them. */
public final class Screens implements AutoCloseable {

    private static final Set<Class<? extends Component>> VIEWS = views();

    private final ApplicationContext product;
    private final As as;

    public Screens(ApplicationContext product, As as) {
        this.product = product;
        this.as = as;
    }

    /** Signs somebody in and opens a page in a language. */
    public void open(String username, Locale language, String pathAndQuery) {
        close();
        MockVaadin.setup(UI::new, new MockSpringServlet(new Routes(VIEWS, Set.of(), true), product, UI::new));
        // Only now: the first page opens before the fake request can know who asks.
        as.signIn(username);
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        FakeRequest request =
                (FakeRequest) ((com.vaadin.flow.server.VaadinServletRequest) VaadinRequest.getCurrent()).getRequest();
        request.setUserPrincipalInt(person);
        request.setUserInRole((principal, role) ->
                person.getAuthorities().stream().anyMatch(granted -> role.equals(granted.getAuthority())));
        VaadinSession.getCurrent().setLocale(language);
        UI.getCurrent().setLocale(language);
        go(pathAndQuery);
    }

    /** Opens another page. */
    public void go(String pathAndQuery) {
        int query = pathAndQuery.indexOf('?');
        if (query < 0) {
            UI.getCurrent().navigate(pathAndQuery);
        } else {
            UI.getCurrent()
                    .navigate(
                            pathAndQuery.substring(0, query),
                            QueryParameters.fromString(pathAndQuery.substring(query + 1)));
        }
        settle();
    }

    /** All that the page says, in order. */
    public String text() {
        return visible(UI.getCurrent())
                .map(component -> component.getElement().getText())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** The texts of the buttons, in order. */
    public java.util.List<String> buttons() {
        return visible(UI.getCurrent())
                .filter(Button.class::isInstance)
                .map(button -> ((Button) button).getText())
                .filter(text -> !text.isBlank())
                .toList();
    }

    /** Clicks the button with this text. */
    public void click(String text) {
        find(Button.class, button -> text.equals(button.getText())).click();
        settle();
    }

    /** What the last notification says. */
    public String notice() {
        Notification last = visible(UI.getCurrent())
                .filter(Notification.class::isInstance)
                .map(Notification.class::cast)
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("nothing was said"));
        return visible(last).map(component -> component.getElement().getText()).collect(Collectors.joining());
    }

    /** The first visible component of a kind. */
    public <C extends Component> C find(Class<C> kind) {
        return find(kind, any -> true);
    }

    /** The first visible component of a kind for which something holds. */
    public <C extends Component> C find(Class<C> kind, Predicate<C> that) {
        return visible(UI.getCurrent())
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(that)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind.getSimpleName() + " in: " + text()));
    }

    /** What the browser would tell a component. */
    public void fire(Component component, String event, String detail) {
        JsonObject data = Json.createObject();
        data.put("event.detail", detail);
        Element element = component.getElement();
        element.getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(element, event, data));
        settle();
    }

    /** Sends what has changed to the browser that is not there. */
    public static void settle() {
        MockVaadin.clientRoundtrip();
    }

    @Override
    public void close() {
        if (UI.getCurrent() != null) {
            MockVaadin.tearDown();
        }
        SecurityContextHolder.clearContext();
    }

    private static Stream<Component> visible(Component root) {
        return root.getElement().isTextNode() || root.isVisible()
                ? Stream.concat(
                        Stream.of(root),
                        TestingLifecycleHookKt.getTestingLifecycleHook().getAllChildren(root).stream()
                                .flatMap(Screens::visible))
                : Stream.empty();
    }

    /** Views are package-private, so they are looked for without regard to visibility. */
    private static Set<Class<? extends Component>> views() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return scanner.findCandidateComponents("io.opsflow").stream()
                .map(found -> ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null))
                .<Class<? extends Component>>map(type -> type.asSubclass(Component.class))
                .collect(Collectors.toSet());
    }
}
