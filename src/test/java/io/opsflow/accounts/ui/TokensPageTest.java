package io.opsflow.accounts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextField;
import io.opsflow.accounts.ApiTokens;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.Screens;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

@OpsFlowTest
class TokensPageTest {

    @Autowired
    ApplicationContext product;

    @Autowired
    ApiTokens tokens;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    As as;

    private Screens screens;

    @BeforeEach
    void prepare() {
        jdbc.update("delete from api_token");
        screens = new Screens(product, as);
    }

    @AfterEach
    void leave() {
        screens.close();
        jdbc.update("delete from api_token");
    }

    @Test
    void i_make_a_token_see_it_once_and_revoke_it() {
        screens.open("viewer", Locale.ENGLISH, "profile");
        assertThat(screens.text()).contains("Personal tokens", "No tokens yet");
        screens.click("New token");
        screens.find(TextField.class, field -> field.getLabel().equals("What is it for?"))
                .setValue("nightly report");
        scopes().setValue(Set.of("tickets.view"));
        screens.click("Make token");

        TextField shown = screens.find(TextField.class, TextField::isReadOnly);
        assertThat(shown.getValue()).startsWith("ops_pat_");
        screens.click("Done");
        assertThat(screens.text())
                .contains("nightly report", "tickets.view", "valid until", "not used yet")
                .doesNotContain(shown.getValue());
        assertThat(as.user("viewer", tokens::mine)).hasSize(1);

        screens.click("Revoke");
        assertThat(as.user("viewer", tokens::mine)).hasSize(1);
        ConfirmDialog dialog = screens.find(ConfirmDialog.class);
        ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, false));
        assertThat(screens.text()).contains("No tokens yet");
        assertThat(as.user("viewer", tokens::mine)).isEmpty();
    }

    @Test
    void only_what_i_may_do_is_offered_and_a_name_is_needed() {
        screens.open("viewer", Locale.SIMPLIFIED_CHINESE, "profile");
        screens.click("新建令牌");
        assertThat(scopes().getListDataView().getItems())
                .contains("tickets.view")
                .doesNotContain("accounts.manage");
        screens.click("创建令牌");
        assertThat(screens.find(TextField.class, field -> field.getLabel().equals("用途"))
                        .isInvalid())
                .isTrue();
        assertThat(as.user("viewer", tokens::mine)).isEmpty();
    }

    @SuppressWarnings("unchecked") // components are found by their raw class
    private CheckboxGroup<String> scopes() {
        return (CheckboxGroup<String>) screens.find(CheckboxGroup.class);
    }
}
