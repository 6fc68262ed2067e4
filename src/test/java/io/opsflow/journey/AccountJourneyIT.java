package io.opsflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.opsflow.testing.Lab;
import io.opsflow.testing.RunningProduct;
import io.opsflow.testing.Visitor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** How people come in: registering and being approved, choosing a password of their own, being locked out and let in. */
@Lab("OPSFLOW_LAB_CHROMIUM")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountJourneyIT {

    private static final String OWN = "seven kettles wander";

    private final Playwright playwright = Visitor.playwright();
    private final Browser browser = Visitor.browser(playwright);
    private final RunningProduct product;

    AccountJourneyIT(@TempDir Path folder) {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        product = new RunningProduct(folder, Map.of("OPSFLOW_DEMO_DATA", "false"));
    }

    @AfterAll
    void end() {
        browser.close();
        playwright.close();
        product.close();
    }

    @Test
    void somebody_registers_and_works_once_an_administrator_has_said_yes() {
        try (Visitor applicant = visitor();
                Visitor admin = visitor()) {
            applicant.open("/");
            assertThat(applicant.page().locator("a.ops-call")).hasCount(2);
            applicant.page().locator("a.ops-call").last().click();
            applicant.page().waitForURL("**/register");
            fill(applicant, "用户名", "Admin");
            fill(applicant, "姓名", "韩梅梅");
            fill(applicant, "邮箱", "han@example.com");
            fill(applicant, "密码", OWN);
            fill(applicant, "再次输入密码", OWN);
            applicant.button("注册").click();
            assertThat(applicant.page().locator("body")).containsText("admin");
            assertThat(applicant.page().locator("vaadin-text-field[invalid]")).hasCount(1);
            assertThat(field(applicant, "姓名")).hasValue("韩梅梅");
            applicant.picture("account-1-refused");

            fill(applicant, "用户名", "Han.Meimei");
            applicant.button("注册").click();
            applicant.page().waitForURL("**/login?requested");
            assertThat(applicant.page().locator("body")).containsText("注册申请已提交");
            applicant.picture("account-2-requested");
            signIn(applicant, "han.meimei", OWN);
            applicant.page().waitForURL("**/login?pending");
            assertThat(applicant.page().locator("body")).containsText("仍在等待管理员审批");

            admin.signIn("admin").open("/inbox?view=claimable&q=REG-");
            admin.page().getByText("韩梅梅 (han.meimei)").first().click();
            assertThat(admin.page().locator("ops-form form")).isVisible();
            assertThat(admin.page().locator("body")).containsText("han@example.com");
            check(admin, "同意");
            check(admin, "工程师");
            admin.picture("account-3-decide");
            admin.button("提交，打开下一项").click();
            assertThat(admin.page().locator("ops-form form")).isHidden();

            signIn(applicant, "han.meimei", OWN);
            applicant.page().waitForURL("**/home**");
            assertThat(applicant.page().locator("body")).containsText("韩梅梅");
        }
    }

    @Test
    void whoever_was_given_a_password_chooses_another_before_anything_else() {
        add("new.hand", "given by somebody");
        try (Visitor newcomer = visitor()) {
            newcomer.open("/login");
            signIn(newcomer, "new.hand", "given by somebody");
            newcomer.page().waitForURL("**/new-password");
            newcomer.open("/tickets");
            newcomer.page().waitForURL("**/new-password");
            newcomer.page().locator("vaadin-password-field").first().waitFor();
            newcomer.picture("account-4-new-password");
            List<String> typed = List.of("given by somebody", "kitchen", "kitchen");
            passwords(newcomer, typed);
            assertThat(newcomer.page().locator("vaadin-password-field[invalid]"))
                    .hasCount(1);
            passwords(newcomer, List.of("given by somebody", OWN, OWN));
            newcomer.page().waitForURL("**/home**");
        }
    }

    @Test
    void whoever_guesses_too_often_waits_until_an_administrator_unlocks() {
        String id = add("forgetful", "given by somebody");
        try (Visitor person = visitor()) {
            person.open("/login");
            for (int i = 0; i < 5; i++) {
                signIn(person, "forgetful", "wrong " + i);
                person.page().waitForURL("**/login?error");
            }
            signIn(person, "forgetful", "given by somebody");
            person.page().waitForURL("**/login?wait=*");
            assertThat(person.page().locator("body")).containsText("10 分钟");
            person.picture("account-5-locked");

            product.call("admin", "POST", "/users/" + id + "/unlock", null).ok();
            signIn(person, "forgetful", "given by somebody");
            person.page().waitForURL("**/new-password");
        }
    }

    private Visitor visitor() {
        return new Visitor(browser, product.url(), "zh-CN", 1440, ColorScheme.LIGHT);
    }

    private String add(String username, String password) {
        return product.call(
                        "admin",
                        "POST",
                        "/users",
                        Map.of(
                                "username",
                                username,
                                "real_name",
                                "新人",
                                "roles",
                                List.of("VIEWER"),
                                "password",
                                password))
                .ok()
                .path("id")
                .asText();
    }

    private static void signIn(Visitor visitor, String name, String password) {
        visitor.page().locator("input[name=username]").fill(name);
        visitor.page().locator("input[name=password]").fill(password);
        visitor.page().locator("input[name=password]").press("Enter");
    }

    private static void passwords(Visitor visitor, List<String> oldNewAgain) {
        Locator fields = visitor.page().locator("vaadin-password-field input");
        for (int i = 0; i < oldNewAgain.size(); i++) {
            fields.nth(i).fill(oldNewAgain.get(i));
        }
        visitor.page().locator("vaadin-button[theme~=primary]").click();
    }

    private static Locator field(Visitor visitor, String label) {
        return visitor.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static void fill(Visitor visitor, String label, String text) {
        visitor.page()
                .locator("vaadin-text-field, vaadin-password-field")
                .filter(new Locator.FilterOptions()
                        .setHas(visitor.page().getByText(label, new Page.GetByTextOptions().setExact(true))))
                .locator("input")
                .fill(text);
    }

    private static void check(Visitor visitor, String label) {
        visitor.page()
                .locator("ops-form")
                .getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .check();
    }
}
