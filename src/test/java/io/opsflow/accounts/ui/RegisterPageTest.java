package io.opsflow.accounts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import io.opsflow.accounts.Applicants;
import io.opsflow.kernel.Texts;
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

@OpsFlowTest
class RegisterPageTest {

    @Autowired
    ApplicationContext product;

    @Autowired
    Texts texts;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    As as;

    private Screens screens;

    @BeforeEach
    void open() {
        Applicants.forget(jdbc, "page.guest");
        screens = new Screens(product, as);
        screens.open("viewer", Locale.ENGLISH, "register");
    }

    @AfterEach
    void close() {
        screens.close();
        Applicants.forget(jdbc, "page.guest");
    }

    @Test
    void what_is_wrong_is_said_at_the_field_and_what_was_typed_stays() {
        type("User name", "Admin");
        type("Real name", "方可");
        type("E-mail", "nowhere");
        type("Password", "password1234");
        type("Password once more", "password1234");
        screens.click("Register");

        assertThat(error("User name")).contains("somebody has the name admin already");
        assertThat(error("E-mail")).contains("must be one address");
        assertThat(error("Password")).contains("too easy to guess");
        assertThat(field("Real name").isInvalid()).isFalse();
        assertThat(List.of(field("User name"), field("Real name"), field("E-mail"), field("Password")))
                .extracting(TextFieldBase::getValue)
                .containsExactly("Admin", "方可", "nowhere", "password1234");
    }

    @Test
    void the_password_is_typed_twice() {
        fill();
        type("Password once more", "something else");
        screens.click("Register");
        assertThat(error("Password once more")).contains("differ");
        assertThat(waiting()).isZero();
    }

    @Test
    void whoever_has_registered_is_at_the_sign_in_page_with_a_confirmation() {
        fill();
        // Not through the screens: they would send the page away at once.
        screens.find(Button.class, button -> "Register".equals(button.getText()))
                .click();
        assertThat(waiting()).isEqualTo(1);
        assertThat(UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                        .map(call -> call.getInvocation().getParameters().toString()))
                .anyMatch(parameters -> parameters.contains("login?requested"));
    }

    @Test
    void the_page_says_that_an_administrator_decides() {
        assertThat(screens.text()).contains("An administrator looks at your registration");
        assertThat(screens.find(PasswordField.class).isRevealButtonVisible()).isFalse();
    }

    @Test
    void where_registration_is_closed_the_page_says_whom_to_ask() {
        screens.go("home");
        UI.getCurrent().add(new RegisterView(Applicants.closed(product, "Wu Min, extension 4711"), texts));
        assertThat(screens.text()).contains("Registration is closed", "Please ask Wu Min, extension 4711");
        assertThat(screens.buttons()).doesNotContain("Register");
    }

    private void fill() {
        type("User name", "page.guest");
        type("Real name", "方可");
        type("E-mail", "fang@example.com");
        type("Password", Applicants.PASSWORD);
        type("Password once more", Applicants.PASSWORD);
    }

    private void type(String label, String text) {
        field(label).setValue(text);
    }

    private String error(String label) {
        assertThat(field(label).isInvalid()).isTrue();
        return ((HasValidation) field(label)).getErrorMessage();
    }

    @SuppressWarnings("unchecked") // components are found by their raw class
    private TextFieldBase<?, String> field(String label) {
        return (TextFieldBase<?, String>) screens.find(TextFieldBase.class, field -> label.equals(field.getLabel()));
    }

    private int waiting() {
        Integer count = jdbc.queryForObject(
                "select count(*) from applicant where username = 'page.guest' and status = 'PENDING'", Integer.class);
        return count == null ? 0 : count;
    }
}
