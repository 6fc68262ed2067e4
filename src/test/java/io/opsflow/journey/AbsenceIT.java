package io.opsflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.opsflow.testing.Lab;
import io.opsflow.testing.RunningProduct;
import io.opsflow.testing.Visitor;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A supervisor is away, a colleague reviews on her behalf, and all of it is told; then she is back. */
@Lab("OPSFLOW_LAB_CHROMIUM")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AbsenceIT {

    private static final Map<String, Object> TICKET =
            Map.of("title", "三楼打印机无法连接", "description", "更换网线后仍失败。", "task_type", "problem", "priority", "high");

    private final Playwright playwright = Visitor.playwright();
    private final Browser browser = Visitor.browser(playwright);
    private final RunningProduct product;

    AbsenceIT(@TempDir Path folder) {
        product = new RunningProduct(folder, Map.of());
    }

    @AfterAll
    void end() {
        browser.close();
        playwright.close();
        product.close();
    }

    @Test
    void a_colleague_reviews_on_behalf_until_the_absence_is_over() {
        String first = file();
        String second = file();
        try (Visitor supervisor = visitor("supervisor", "zh-CN", 1440, ColorScheme.LIGHT);
                Visitor engineer = visitor("engineer", "zh-CN", 1440, ColorScheme.LIGHT)) {
            delegate(supervisor);

            engineer.open("/inbox?view=claimable&q=" + first);
            Locator row = engineer.page().locator(".ops-task-row").first();
            assertThat(row).containsText(first);
            assertThat(row).containsText("代 ");
            row.click();
            assertThat(engineer.page().locator("ops-form form")).isVisible();
            engineer.picture("absence-inbox");
            engineer.page()
                    .locator("ops-form")
                    .getByLabel("通过", new Locator.GetByLabelOptions().setExact(true))
                    .check();
            engineer.button("提交，打开下一项").click();
            assertThat(engineer.page().locator("vaadin-notification-card").last())
                    .containsText(first);

            supervisor.open("/tickets/" + first);
            assertThat(supervisor.page().locator(".ops-timeline").first()).containsText("（代 ");
            assertThat(supervisor.page().locator("ops-diagram svg").first()).isVisible();
            supervisor.picture("absence-ticket");

            engineer.open("/notifications");
            assertThat(engineer.page().locator("vaadin-grid").first()).containsText("办理任务");
            engineer.picture("absence-messages");

            supervisor.open("/profile");
            supervisor.button("结束").last().click();
            supervisor
                    .page()
                    .locator("vaadin-confirm-dialog-overlay, vaadin-confirm-dialog")
                    .first()
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            supervisor
                    .page()
                    .getByRole(
                            com.microsoft.playwright.options.AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("结束").setExact(true))
                    .last()
                    .click();
            assertThat(supervisor.page().getByText("已结束").first()).isVisible();

            engineer.open("/inbox?view=claimable&q=" + second);
            assertThat(engineer.page().locator(".ops-task-row")).hasCount(0);
        }
        assertThat(product.call("engineer", "GET", "/tasks?q=" + second, null)
                        .ok()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(product.call("supervisor", "GET", "/workflow/logs?object=" + first, null)
                        .ok()
                        .path("items")
                        .path(0)
                        .path("on_behalf_of")
                        .asText())
                .isEqualTo("supervisor");
    }

    @Test
    void the_pages_fit_a_phone_in_the_dark() {
        try (Visitor manager = visitor("manager", "en", 360, ColorScheme.DARK)) {
            for (String page : new String[] {"profile", "notifications", "inbox"}) {
                manager.open("/" + page);
                // The inbox has its heading in the bar there, and what it shows below.
                assertThat(manager.page()
                                .locator("h1:visible, .ops-task-row:visible, .ops-empty:visible")
                                .first())
                        .isVisible();
                assertThat(manager.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                        .as(page)
                        .isEqualTo(true);
                manager.picture("absence-narrow-" + page);
            }
        }
    }

    private static void delegate(Visitor supervisor) {
        supervisor.open("/profile");
        supervisor.button("设置外出委托").click();
        Locator colleague = supervisor
                .page()
                .locator("vaadin-dialog vaadin-combo-box input, vaadin-dialog-overlay vaadin-combo-box input")
                .first();
        colleague.click();
        colleague.fill("韩梅");
        supervisor
                .page()
                .locator("vaadin-combo-box-item:not([hidden])")
                .getByText("韩梅 · engineer")
                .first()
                .click();
        supervisor.picture("absence-dialog");
        supervisor.button("委托任务").click();
        assertThat(supervisor.page().getByText("生效中").first()).isVisible();
        supervisor.picture("absence-profile");
    }

    private String file() {
        return product.call("requester", "POST", "/tickets", TICKET)
                .ok()
                .path("key")
                .asText();
    }

    private Visitor visitor(String user, String language, int width, ColorScheme colours) {
        return new Visitor(browser, product.url(), language, width, colours).signIn(user);
    }
}
