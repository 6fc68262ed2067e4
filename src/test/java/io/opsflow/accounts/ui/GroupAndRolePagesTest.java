package io.opsflow.accounts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextField;
import io.opsflow.accounts.EditGroup;
import io.opsflow.accounts.Groups;
import io.opsflow.accounts.ResetRole;
import io.opsflow.accounts.RoleBundles;
import io.opsflow.kernel.Permissions;
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

@OpsFlowTest
class GroupAndRolePagesTest {

    @Autowired
    ApplicationContext product;

    @Autowired
    Groups groups;

    @Autowired
    RoleBundles roles;

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
    void a_group_is_added_filled_and_deleted() {
        screens.open("admin", Locale.ENGLISH, "groups");
        screens.click("Add group");
        field("Code").setValue("network");
        field("Name").setValue("Network");
        screens.click("Save");
        assertThat(field("Code").getErrorMessage()).contains("begins with g-");
        field("Code").setValue("g-pages");
        find(MultiSelectComboBox.class).select("ENGINEER");
        screens.click("Save");

        assertThat(path()).isEqualTo("groups/g-pages");
        assertThat(screens.text()).contains("g-pages", "Engineer", "no process names it");
        try {
            groups.edit("g-pages", new EditGroup(0, null, null, Set.of("viewer"), null));
            screens.go("groups/g-pages");
            screens.click("Delete");
            assertThat(screens.find(ConfirmDialog.class).getElement().getProperty("message"))
                    .contains("One person leaves it");
        } finally {
            as.user("admin", () -> groups.delete("g-pages"));
        }
    }

    @Test
    void a_built_in_role_is_edited_and_reset() {
        screens.open("admin", Locale.SIMPLIFIED_CHINESE, "roles/VIEWER");
        assertThat(screens.text()).contains("只读用户", "内置", "查看全部工单");
        Checkbox box = screens.find(
                Checkbox.class, one -> one.getElement().getTextRecursively().contains(Permissions.SYSTEM_VIEW));
        try {
            box.setValue(true);
            screens.click("保存");
            assertThat(screens.notice()).contains("只读用户已保存");
            assertThat(as.user("admin", () -> roles.details("VIEWER")).permissions())
                    .contains(Permissions.SYSTEM_VIEW);
            assertThat(screens.text()).contains("内置（已修改）");
            assertThat(screens.buttons()).contains("恢复初始权限");
        } finally {
            as.user("admin", () -> {
                var now = roles.details("VIEWER");
                if (!now.isAsBuilt()) {
                    roles.reset("VIEWER", new ResetRole(now.version()));
                }
            });
        }
    }

    @Test
    void what_administrators_keep_cannot_be_unticked() {
        screens.open("admin", Locale.ENGLISH, "roles/ADMIN");
        Checkbox box = screens.find(
                Checkbox.class, one -> one.getElement().getTextRecursively().contains(Permissions.ROLES_MANAGE));
        assertThat(box.getValue()).isTrue();
        assertThat(box.isReadOnly()).isTrue();
    }

    @Test
    void a_new_role_leads_to_its_page() {
        screens.open("admin", Locale.ENGLISH, "roles");
        screens.click("Add role");
        field("Code").setValue("PAGE_ROLE");
        field("Name").setValue("页面角色");
        field("English name").setValue("Page role");
        screens.click("Save");
        try {
            assertThat(path()).isEqualTo("roles/PAGE_ROLE");
            assertThat(screens.text()).contains("Page role", "Own", "0 of");
        } finally {
            as.user("admin", () -> roles.delete("PAGE_ROLE"));
        }
    }

    @Test
    void the_others_see_neither_menu_nor_page() {
        screens.open("operator", Locale.ENGLISH, "groups");
        assertThat(screens.buttons()).doesNotContain("Add group");
        screens.go("roles");
        assertThat(screens.buttons()).doesNotContain("Add role");
    }

    private static String path() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPath();
    }

    private TextField field(String label) {
        return screens.find(TextField.class, field -> label.equals(field.getLabel()));
    }

    @SuppressWarnings("unchecked") // components are found by their raw class
    private MultiSelectComboBox<String> find(Class<?> kind) {
        return screens.find(MultiSelectComboBox.class, box -> kind.isInstance(box));
    }
}
