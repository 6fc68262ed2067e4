package io.opsflow.accounts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import io.opsflow.design.Preferences;
import io.opsflow.design.Preferences.Theme;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.Screens;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@OpsFlowTest
class AccountPagesTest {

    @Autowired
    ApplicationContext product;

    @Autowired
    Preferences preferences;

    @Autowired
    As as;

    private Screens screens;

    @BeforeEach
    void prepare() {
        screens = new Screens(product, as);
    }

    @AfterEach
    void leave() {
        screens.close();
    }

    @Test
    void my_page_shows_my_data_in_my_language() {
        screens.open("admin", Locale.SIMPLIFIED_CHINESE, "profile");
        assertThat(screens.text()).contains("个人资料", "admin", "系统管理员", "admin@example.com", "IT", "保存设置");
        screens.open("engineer", Locale.ENGLISH, "profile");
        assertThat(screens.text()).contains("My profile", "韩梅", "Engineer", "Save settings");
    }

    @Test
    void what_i_choose_is_kept_and_said() {
        screens.open("operator", Locale.SIMPLIFIED_CHINESE, "profile");
        themes().setValue(Theme.DARK);
        zones().setValue("Europe/Berlin");
        screens.click("保存设置");

        assertThat(preferences.theme()).isEqualTo(Theme.DARK);
        assertThat(preferences.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        screens.go("home");
        screens.go("profile");
        assertThat(screens.notice()).contains("设置已保存");
        assertThat(themes().getValue()).isEqualTo(Theme.DARK);
    }

    @Test
    void somebody_who_is_signed_in_need_not_sign_in() {
        screens.open("viewer", Locale.ENGLISH, "login");
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("home");
    }

    @Test
    void nobody_is_set_up_where_there_are_people() {
        screens.open("viewer", Locale.ENGLISH, "setup");
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isNotEqualTo("setup");
    }

    @SuppressWarnings("unchecked") // components are found by their raw class
    private Select<Theme> themes() {
        return screens.find(Select.class, select -> select.getValue() instanceof Theme);
    }

    @SuppressWarnings("unchecked") // components are found by their raw class
    private ComboBox<String> zones() {
        return screens.find(ComboBox.class);
    }
}
