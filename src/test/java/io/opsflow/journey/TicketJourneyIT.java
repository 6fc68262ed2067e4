package io.opsflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.opsflow.testing.Lab;
import io.opsflow.testing.RunningProduct;
import io.opsflow.testing.Visitor;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Four people take a ticket through all seven states, in Chinese. */
@Lab("OPSFLOW_LAB_CHROMIUM")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TicketJourneyIT {

    private static final Locator.GetByTextOptions EXACTLY = new Locator.GetByTextOptions().setExact(true);
    private static final String SCRIPT = "<img src=x onerror=\"window.hacked=true\">";

    private final Playwright playwright = Visitor.playwright();
    private final Browser browser = Visitor.browser(playwright);
    private final RunningProduct product;

    TicketJourneyIT(@TempDir Path folder) {
        product = new RunningProduct(folder, Map.of());
    }

    @AfterAll
    void end() {
        browser.close();
        playwright.close();
        product.close();
    }

    @Test
    void a_ticket_goes_through_all_seven_states_in_the_hands_of_four_people() {
        try (Visitor requester = visitor("requester");
                Visitor supervisor = visitor("supervisor");
                Visitor manager = visitor("manager");
                Visitor engineer = visitor("engineer")) {
            String key = file(requester);
            shows(requester, key, "待审核", "reviewTicket", "1-pending-review");
            comment(requester, "照片已发到邮箱 " + SCRIPT);

            work(supervisor, key, "claimable");
            decide(supervisor, "通过");
            supervisor.page().locator("ops-form textarea").fill("同意，请今天到场。");
            submit(supervisor, key);
            shows(supervisor, key, "已审核", "assignTicket", "2-reviewed");

            work(manager, key, "claimable");
            choose(manager, "韩梅");
            submit(manager, key);
            shows(manager, key, "已指派", "startTicket", "3-assigned");

            work(engineer, key, "mine");
            submit(engineer, key);
            shows(engineer, key, "处理中", "handleTicket", "4-in-progress");

            handle(engineer, key, "更换了网线。");
            shows(engineer, key, "已完成", "confirmTicket", "5-completed");

            work(requester, key, "mine");
            decide(requester, "未解决，退回处理");
            requester.page().locator("ops-form textarea").fill("还是连不上。");
            submit(requester, key);
            shows(requester, key, "处理中", "handleTicket", "6-refused");

            handle(engineer, key, "更换了交换机端口。");
            work(requester, key, "mine");
            decide(requester, "已解决");
            submit(requester, key);
            shows(requester, key, "已结单", null, "7-closed");

            requester.open("/tickets/history");
            assertThat(requester.page().getByText(key).first()).isVisible();
            assertThat(product.call("viewer", "GET", "/tickets/" + key + "/log", null)
                            .ok()
                            .findValuesAsText("to"))
                    .containsExactly(
                            "pending_review",
                            "reviewed",
                            "assigned",
                            "in_progress",
                            "completed",
                            "in_progress",
                            "completed",
                            "confirmed",
                            "closed");
        }
    }

    private Visitor visitor(String user) {
        return new Visitor(browser, product.url(), "zh-CN", 1440, ColorScheme.LIGHT).signIn(user);
    }

    private static String file(Visitor requester) {
        requester.open("/tickets/new");
        requester.page().getByLabel("标题").fill("三楼打印机无法连接 " + SCRIPT);
        requester.page().getByLabel("详细说明").fill("更换网线后仍失败。" + SCRIPT);
        requester.page().locator("vaadin-radio-button").getByText("高", EXACTLY).click();
        requester.button("提交工单").click();
        requester.page().waitForURL("**/tickets/T-*");
        return requester.page().url().replaceFirst(".*/(T-\\d+).*", "$1");
    }

    private static void comment(Visitor visitor, String text) {
        visitor.page().locator("vaadin-text-area textarea").fill(text);
        visitor.button("发送").click();
        assertThat(visitor.page().locator(".ops-timeline, main, body").first()).containsText(text);
    }

    /** Opens the person's task for the ticket in the inbox. */
    private static void work(Visitor visitor, String key, String view) {
        visitor.open("/inbox?view=" + view + "&q=" + key);
        visitor.page().getByText(key).first().click();
        assertThat(visitor.page().locator("ops-form form")).isVisible();
    }

    private static void decide(Visitor visitor, String decision) {
        visitor.page()
                .locator("ops-form")
                .getByLabel(decision, new Locator.GetByLabelOptions().setExact(true))
                .check();
    }

    private static void choose(Visitor visitor, String name) {
        visitor.page().locator("ops-form input").first().click();
        visitor.page().locator("ops-form").getByText(name).first().click();
    }

    private static void handle(Visitor engineer, String key, String done) {
        work(engineer, key, "mine");
        engineer.page().locator("ops-form textarea").fill(done);
        submit(engineer, key);
    }

    private static void submit(Visitor visitor, String key) {
        visitor.button("提交，打开下一项").click();
        assertThat(visitor.page().locator("vaadin-notification-card").last()).containsText(key);
    }

    /** The ticket's page tells the state, and the diagram's token stands where the process waits. */
    private static void shows(Visitor visitor, String key, String status, @Nullable String waitsAt, String picture) {
        visitor.open("/tickets/" + key);
        assertThat(visitor.page()
                        .locator("main .ops-chip, .ops-chip")
                        .getByText(status, EXACTLY)
                        .first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        Locator diagram = visitor.page().locator("ops-diagram svg");
        assertThat(diagram.first()).isVisible();
        if (waitsAt == null) {
            assertThat(visitor.page().locator("ops-diagram .ops-active")).hasCount(0);
        } else {
            assertThat(visitor.page().locator("ops-diagram .ops-active")).hasAttribute("data-element-id", waitsAt);
        }
        assertThat(visitor.page().evaluate("window.hacked === undefined"))
                .as("what people type is text")
                .isEqualTo(true);
        visitor.picture(picture);
    }
}
