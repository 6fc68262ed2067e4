package io.opsflow.accounts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.Screens;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;

@OpsFlowTest
class PasswordPagesTest {

    private static final String NEW = "new teapot travelling";

    @Autowired
    ApplicationContext product;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    As as;

    private Screens screens;
    private String before;

    @BeforeEach
    void prepare() {
        screens = new Screens(product, as);
        before = hash();
    }

    @AfterEach
    void leave() {
        screens.close();
        jdbc.update(
                "update app_user set password_hash = ?, must_change_password = false where username = 'engineer3'",
                before);
        jdbc.update("delete from sign_in_failure");
        jdbc.update("delete from sign_in_lock");
    }

    @Test
    void my_password_is_changed_in_a_dialog_on_my_page() {
        screens.open("engineer3", Locale.ENGLISH, "profile");
        screens.click("Change password");
        fill("engineer3123", NEW, NEW);
        click();
        assertThat(screens.notice()).contains("Your password was changed");
        assertThat(passwords.matches(NEW, hash())).isTrue();
    }

    @Test
    void every_broken_rule_is_said_at_its_field_and_nothing_changes() {
        screens.open("engineer3", Locale.ENGLISH, "profile");
        screens.click("Change password");

        fill("engineer3123", NEW, "something else");
        click();
        assertThat(field("New password once more").getErrorMessage()).contains("differ");

        fill("wrong", NEW, NEW);
        click();
        assertThat(field("Present password").getErrorMessage()).isEqualTo("Present password is wrong.");
        assertThat(field("New password once more").isInvalid()).isFalse();

        fill("engineer3123", "engineer3", "engineer3");
        click();
        assertThat(field("New password").getErrorMessage())
                .contains("at least 10 characters", "must not contain the user name");

        fill("engineer3123", "password1234", "password1234");
        click();
        assertThat(field("New password").getErrorMessage()).contains("too easy to guess");
        assertThat(hash()).isEqualTo(before);
    }

    @Test
    void a_password_that_somebody_else_chose_is_replaced_on_a_page_of_its_own() {
        jdbc.update("update app_user set must_change_password = true where username = 'engineer3'");
        screens.open("engineer3", Locale.SIMPLIFIED_CHINESE, "new-password");
        assertThat(screens.text()).contains("设置您自己的密码", "别人知道");
        field("当前密码").setValue("engineer3123");
        field("新密码").setValue(NEW);
        field("再次输入新密码").setValue(NEW);
        screens.click("使用此密码");
        assertThat(passwords.matches(NEW, hash())).isTrue();
        assertThat(jdbc.queryForObject(
                        "select must_change_password from app_user where username = 'engineer3'", Boolean.class))
                .isFalse();
    }

    @Test
    void who_must_choose_another_comes_to_no_other_page_from_there() {
        jdbc.update("update app_user set must_change_password = true where username = 'engineer3'");
        for (String page : List.of("profile", "home", "notifications")) {
            screens.open("engineer3", Locale.ENGLISH, page);
            assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                    .as(page)
                    .isEqualTo("new-password");
        }
    }

    @Test
    void who_need_not_choose_another_is_led_home() {
        screens.open("engineer3", Locale.ENGLISH, "new-password");
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("home");
    }

    private void fill(String old, String chosen, String again) {
        field("Present password").setValue(old);
        field("New password").setValue(chosen);
        field("New password once more").setValue(again);
    }

    /** The button of the dialog: the page has one of the same name, which opens it. */
    private void click() {
        screens.find(
                        Button.class,
                        button -> button.getText().equals("Change password")
                                && button.getThemeNames().contains("primary"))
                .click();
        Screens.settle();
    }

    private PasswordField field(String label) {
        return screens.find(PasswordField.class, field -> label.equals(field.getLabel()));
    }

    private String hash() {
        return String.valueOf(
                jdbc.queryForObject("select password_hash from app_user where username = 'engineer3'", String.class));
    }
}
