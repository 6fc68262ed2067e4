package io.opsflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import io.opsflow.testing.Lab;
import io.opsflow.testing.RunningProduct;
import io.opsflow.testing.Visitor;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every screen, wide and narrow, light and dark, in both languages: nothing is wider than the window, no text is
 * missing, and the rules of WCAG 2.2 AA that a machine can check hold. Leaves a picture of each for people to look at.
 */
@Lab("OPSFLOW_LAB_CHROMIUM")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreensIT {

    private static final Map<String, String> IN_FRONT =
            Map.of("start", "/", "login", "/login", "register", "/register");
    private static final Map<String, String> INSIDE = Map.of(
            "home", "/home",
            "inbox", "/inbox?view=all",
            "tickets", "/tickets",
            "ticket", "/tickets/T-1012",
            "new-ticket", "/tickets/new",
            "history", "/tickets/history",
            "processes", "/processes",
            "process", "/processes/ticket-handling",
            "profile", "/profile",
            "nowhere", "/nowhere");
    private static final Map<String, String> ADMINISTRATION = Map.ofEntries(
            Map.entry("users", "/users"),
            Map.entry("user", "/users/1"),
            Map.entry("groups", "/groups"),
            Map.entry("roles", "/roles"),
            Map.entry("role", "/roles/OPERATOR"),
            Map.entry("access", "/access"),
            Map.entry("why", "/access/why?user=engineer"),
            Map.entry("who", "/access/why?permission=tickets.view_all"),
            Map.entry("audit", "/audit"),
            Map.entry("audit-entry", "/audit/entries/1"),
            Map.entry("tokens", "/tokens"),
            Map.entry("notifications", "/notifications"));

    private static final Map<String, String> ASSETS = Map.ofEntries(
            Map.entry("rooms", "/rooms"),
            Map.entry("room", "/rooms/{room}"),
            Map.entry("room-print", "/rooms/{room}/print"),
            Map.entry("racks", "/racks"),
            Map.entry("rack", "/racks/{rack}"),
            Map.entry("servers", "/servers"),
            Map.entry("server", "/servers/{server}"),
            Map.entry("free-space", "/free-space?height_u=4&power_w=600"),
            Map.entry("move", "/moves/M-1001"),
            Map.entry("import", "/assets/import"),
            Map.entry("own-fields", "/assets/fields"));

    private final Playwright playwright = Visitor.playwright();
    private final Browser browser = Visitor.browser(playwright);
    private final RunningProduct product;

    ScreensIT(@TempDir Path folder) {
        product = new RunningProduct(folder, Map.of());
    }

    @AfterAll
    void end() {
        browser.close();
        playwright.close();
        product.close();
    }

    @Test
    void on_a_desk_in_light_chinese() {
        look("zh-CN", 1440, ColorScheme.LIGHT);
    }

    @Test
    void on_a_desk_in_dark_english() {
        look("en-US", 1440, ColorScheme.DARK);
    }

    @Test
    void on_a_phone_in_light_english() {
        look("en-US", 360, ColorScheme.LIGHT);
    }

    @Test
    void on_a_phone_in_dark_chinese() {
        look("zh-CN", 360, ColorScheme.DARK);
    }

    private void look(String language, int width, ColorScheme colours) {
        SoftAssertions all = new SoftAssertions();
        String suffix = "-" + language.substring(0, 2) + "-" + colours.name().toLowerCase(Locale.ROOT) + "-" + width;
        try (Visitor visitor = new Visitor(browser, product.url(), language, width, colours)) {
            IN_FRONT.forEach((name, path) -> check(visitor, path, name + suffix, all));
            visitor.signIn("requester");
            INSIDE.forEach((name, path) -> check(visitor, path, name + suffix, all));
        }
        try (Visitor visitor = new Visitor(browser, product.url(), language, width, colours)) {
            visitor.signIn("admin");
            ADMINISTRATION.forEach((name, path) -> check(visitor, path, name + suffix, all));
            ASSETS.forEach((name, path) -> check(visitor, asset(path), name + suffix, all));
        }
        all.assertAll();
    }

    /** A path with the numbers of a server that stands in a rack, and of where it stands. */
    private String asset(String path) {
        JsonNode rack = product.call("admin", "GET", "/racks?size=1", null).ok().at("/items/0");
        JsonNode server = product.call("admin", "GET", "/servers?size=1&rack_id=" + rack.path("id"), null)
                .ok()
                .at("/items/0");
        return path.replace("{room}", rack.path("room_id").asText())
                .replace("{rack}", rack.path("id").asText())
                .replace("{server}", server.path("id").asText());
    }

    private static void check(Visitor visitor, String path, String name, SoftAssertions all) {
        visitor.open(path);
        Page page = visitor.page();
        // Vaadin says when nothing is on its way any more; diagrams and forms are loaded behind that.
        page.waitForFunction(
                "() => window.Vaadin?.Flow?.clients && Object.values(window.Vaadin.Flow.clients).every(c =>"
                        + " !c.isActive || !c.isActive()) && [...document.querySelectorAll('ops-diagram')].every(d =>"
                        + " d.offsetParent === null || d.querySelector('svg'))");
        visitor.picture(name);
        assertThat(page.title()).as(name).isNotBlank();
        all.assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s fits the window", name)
                .isEqualTo(true);
        all.assertThat(page.locator("body").innerText())
                .as("%s has all its texts", name)
                .doesNotContainPattern("(?m)^[a-z]+(\\.[a-z]+){2,}$")
                .doesNotContain("!{");
        all.assertThat(visitor.obstacles()).as("%s is accessible", name).isEmpty();
    }
}
