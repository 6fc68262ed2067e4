package io.opsflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import io.opsflow.testing.As;
import io.opsflow.testing.Lab;
import io.opsflow.testing.TestBeans;
import io.opsflow.testing.Visitor;
import io.opsflow.tickets.TicketMaker;
import io.opsflow.tickets.Tickets;
import io.opsflow.workflow.Weather;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * An administrator in front of processes in which steps really fail; the packaged product has none that would. Leaves
 * pictures for people to look at.
 */
@Lab("OPSFLOW_LAB_CHROMIUM")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:monitor;DB_CLOSE_DELAY=-1",
            "spring.datasource.username=sa",
            "spring.datasource.password=",
            "camunda.bpm.job-execution.enabled=false"
        })
@Import({TestBeans.class, Weather.class})
class MonitorIT {

    private static final String MESSAGE = "Cannot reach 10.4.7.21: connection refused <b>after</b> 3 attempts";

    @LocalServerPort
    int port;

    @Autowired
    Weather.Balloons balloons;

    @Autowired
    Tickets tickets;

    @Autowired
    As as;

    private final Playwright playwright = Visitor.playwright();
    private final Browser browser = Visitor.browser(playwright);

    @BeforeAll
    void fly() {
        balloons.deploy("balloon-flight");
        as.user("requester", () -> {
            for (int i = 0; i < 7; i++) {
                balloons.failed("balloon-flight", i % 3 == 0 ? "Timeout after 30 s" : MESSAGE + "\nat some.Place");
            }
            for (int i = 0; i < 5; i++) {
                balloons.launch(balloons.order("balloon-flight"), null);
            }
        });
        TicketMaker maker = new TicketMaker(tickets, as);
        maker.pending("requester", "三楼打印机无法连接");
        maker.assigned();
    }

    @AfterAll
    void end() {
        browser.close();
        playwright.close();
    }

    @Test
    void a_failed_step_is_found_in_the_diagram_and_retried_with_a_reason() {
        balloons.deploy("balloon-retry");
        as.user("requester", () -> {
            for (int i = 0; i < 7; i++) {
                balloons.failed("balloon-retry", i % 3 == 0 ? "Timeout after 30 s" : MESSAGE);
            }
            balloons.launch(balloons.order("balloon-retry"), null);
        });
        try (Visitor admin = visitor("zh-CN", 1440, ColorScheme.LIGHT)) {
            Page page = admin.open("/processes/balloon-retry").page();
            page.locator("ops-diagram .ops-badge").first().waitFor();
            assertThat(page.locator("ops-diagram .ops-badge.bad")).hasText("! 7");
            assertThat(page.locator("ops-diagram .ops-badge:not(.bad)").first()).isVisible();
            page.locator("ops-diagram [data-element-id=bringHome] .djs-hit")
                    .first()
                    .click();
            assertThat(page.locator("ops-diagram .djs-shape.ops-picked")).hasAttribute("data-element-id", "bringHome");
            assertThat(page.getByText("Timeout after 30 s").first()).isVisible();
            admin.button("重试全部 3 项").click();
            admin.picture("monitor-retry-zh-light-1440");
            page.locator("vaadin-dialog-overlay textarea").fill("网络已恢复");
            page.locator("vaadin-dialog-overlay vaadin-button[theme~=primary]").click();
            assertThat(page.locator("vaadin-notification-card").last()).containsText("3 项将重新执行");
            assertThat(page.locator("ops-diagram .ops-badge.bad")).hasText("! 4");
        }
    }

    @Test
    void the_pages_are_accessible_and_fit() {
        SoftAssertions all = new SoftAssertions();
        String instance = balloons.instance(as.user("requester", () -> {
            String key = balloons.order("balloon-flight");
            balloons.launch(key, MESSAGE);
            return key;
        }));
        look("zh-CN", 1440, ColorScheme.LIGHT, instance, all);
        look("en-US", 1440, ColorScheme.DARK, instance, all);
        look("en-US", 360, ColorScheme.LIGHT, instance, all);
        look("zh-CN", 360, ColorScheme.DARK, instance, all);
        all.assertAll();
    }

    private void look(String language, int width, ColorScheme colours, String instance, SoftAssertions all) {
        try (Visitor admin = visitor(language, width, colours)) {
            String suffix = language.substring(0, 2) + "-" + colours.name().toLowerCase(Locale.ROOT) + "-" + width;
            for (String path : List.of(
                    "/processes",
                    "/processes/balloon-flight",
                    "/processes/ticket-handling",
                    "/processes/failed",
                    "/processes/failed?process=ticket-handling",
                    "/processes/instances/" + instance)) {
                String name = "monitor-" + path.replace(instance, "").replaceAll("[^a-z]+", "-") + "-" + suffix;
                Page page = admin.open(path).page();
                page.waitForFunction(
                        "() => Object.values(window.Vaadin.Flow.clients).every(c => !c.isActive || !c.isActive()) &&"
                                + " [...document.querySelectorAll('ops-diagram')].every(d => d.querySelector('svg'))");
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target/journey/" + name + ".png")));
                all.assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                        .as(name)
                        .isEqualTo(true);
                all.assertThat(admin.obstacles()).as(name).isEmpty();
            }
        }
    }

    private Visitor visitor(String language, int width, ColorScheme colours) {
        return new Visitor(browser, "http://localhost:" + port, language, width, colours).signIn("admin");
    }
}
