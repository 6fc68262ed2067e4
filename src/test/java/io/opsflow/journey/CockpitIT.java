package io.opsflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.opsflow.testing.Lab;
import io.opsflow.testing.RunningProduct;
import io.opsflow.testing.Visitor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** From a ticket to Cockpit and back, in and out by one door. */
@Lab("OPSFLOW_LAB_CHROMIUM")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CockpitIT {

    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final String OPEN = "T-1012";

    private final Playwright playwright = Visitor.playwright();
    private final Browser browser = Visitor.browser(playwright);
    private final RunningProduct product;

    CockpitIT(@TempDir Path folder) {
        product = new RunningProduct(folder, Map.of());
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    }

    @AfterAll
    void end() {
        browser.close();
        playwright.close();
        product.close();
    }

    @Test
    void from_a_ticket_to_its_instance_and_back_without_signing_in_again() {
        try (Visitor admin = visitor()) {
            admin.signIn("admin").open("/tickets/" + OPEN);
            Page page = admin.page();
            page.locator("a[href*='#/process-instance/']").click();
            assertThat(page).hasURL(Pattern.compile(".*" + COCKPIT + "#/process-instance/.*"));
            Locator back = page.locator("a[href$='/o/" + OPEN + "']");
            assertThat(back).hasText(OPEN + " · OpsFlow");
            assertThat(page.locator(".djs-element[data-element-id='confirmTicket']"))
                    .isVisible();
            admin.picture("cockpit-instance");
            back.click();
            assertThat(page).hasURL(Pattern.compile(".*/tickets/" + OPEN));
        }
    }

    @Test
    void who_is_not_signed_in_signs_in_at_opsflow_and_comes_to_the_page_that_was_wanted() {
        try (Visitor owner = visitor()) {
            owner.open(COCKPIT + "#/processes");
            Page page = owner.page();
            assertThat(page).hasURL(Pattern.compile(".*/login.*"));
            page.locator("input[name=username]").fill("owner");
            page.locator("input[name=password]").fill("owner123");
            page.locator("input[name=password]").press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*" + COCKPIT + "#/processes.*"));
            assertThat(page.locator("body")).containsText("Ticket handling");
        }
    }

    @Test
    void signing_out_of_cockpit_signs_out_of_opsflow() {
        try (Visitor admin = visitor()) {
            admin.signIn("admin").open(COCKPIT);
            Page page = admin.page();
            page.locator(".account .dropdown-toggle").click();
            page.locator(".logout a").click();
            assertThat(page).hasURL(Pattern.compile(".*/login\\?signed-out"));
            admin.open("/home");
            assertThat(page).hasURL(Pattern.compile(".*/login.*"));
            admin.open(COCKPIT);
            assertThat(page).hasURL(Pattern.compile(".*/login.*"));
        }
    }

    @Test
    void signing_out_of_opsflow_leads_cockpit_to_the_sign_in_page() {
        try (Visitor admin = visitor()) {
            admin.signIn("admin").open(COCKPIT);
            Page cockpit = admin.page();
            assertThat(cockpit.locator(".account .dropdown-toggle")).isVisible();
            Page home = cockpit.context().newPage();
            home.navigate(product.url() + "/home");
            home.locator(".ops-who-am-i").click();
            home.getByText("退出登录").click();
            assertThat(home).hasURL(Pattern.compile(".*/login\\?signed-out"));
            cockpit.locator("a[href='#/processes']").first().click();
            assertThat(cockpit).hasURL(Pattern.compile(".*/login.*"));
        }
    }

    @Test
    void everybody_else_reads_in_our_words_that_it_is_not_for_them() {
        try (Visitor engineer = visitor()) {
            engineer.signIn("engineer");
            Page page = engineer.page();
            assertThat(page.locator("a[href^='camunda']")).hasCount(0);
            Response refused = page.navigate(product.url() + COCKPIT);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.headers()).doesNotContainKey("www-authenticate");
            assertThat(page.locator("h1")).hasText("没有权限");
            engineer.picture("cockpit-denied");
        }
    }

    @Test
    void nobody_completes_a_task_through_tasklist() {
        List<String> before =
                product.call("requester", "GET", "/tickets/" + OPEN, null).actions();
        for (String user : List.of("owner", "admin")) {
            try (Visitor visitor = visitor()) {
                visitor.signIn(user).open("/camunda/app/tasklist/default/");
                Page page = visitor.page();
                assertThat(page.locator("[cam-tasks] ol li").first()).isVisible();
                visitor.picture("tasklist-" + user);
                assertThat(page.evaluate(COMPLETE_FIRST)).isEqualTo("403 AuthorizationException");
            }
        }
        assertThat(product.call("requester", "GET", "/tickets/" + OPEN, null).actions())
                .isEqualTo(before)
                .contains("confirm");
    }

    private static final String COMPLETE_FIRST =
            """
            async () => {
              const engine = '/camunda/api/engine/engine/default';
              const token = document.cookie.match(/XSRF-TOKEN=([^;]*)/)[1];
              const tasks = await (await fetch(engine + '/task')).json();
              if (!tasks.length) return 'no tasks';
              const answer = await fetch(engine + '/task/' + tasks[0].id + '/complete', {
                method: 'POST', body: '{}',
                headers: {'Content-Type': 'application/json', 'X-XSRF-TOKEN': token}
              });
              return answer.status + ' ' + (await answer.json()).type;
            }""";

    private Visitor visitor() {
        return new Visitor(browser, product.url(), "zh-CN", 1440, ColorScheme.LIGHT);
    }
}
