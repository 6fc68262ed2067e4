package io.opsflow.accounts.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import io.opsflow.accounts.AccountDetails;
import io.opsflow.accounts.AccountSummary;
import io.opsflow.accounts.Accounts;
import io.opsflow.accounts.AddAccount;
import io.opsflow.accounts.EditAccount;
import io.opsflow.kernel.NotFound;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.Screens;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What administrators see of other people, and everybody of themselves. */
@OpsFlowTest
class UserPagesTest {

    private static final String PASSWORD = "Heron4-Tundra-Mosaic";

    @Autowired
    ApplicationContext product;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcTemplate jdbc;

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
        jdbc.update("delete from user_role where user_id in (select id from app_user where username like 'up-%')");
        jdbc.update("delete from app_user where username like 'up-%'");
        jdbc.update("update app_user set real_name = '陈静', phone = '010-5550-0112' where username = 'viewer'");
    }

    @Test
    void the_list_shows_who_is_looked_for_in_the_address() {
        add("up-wang");
        add("up-zhou");
        screens.open("admin", Locale.SIMPLIFIED_CHINESE, "users?q=up-w");
        assertThat(listed()).containsExactly("up-wang");
        screens.go("users?q=up-&sort=username,desc&role=VIEWER");
        assertThat(listed()).containsExactly("up-zhou", "up-wang");
        screens.go("users?q=up-&active=no");
        assertThat(listed()).isEmpty();
    }

    @Test
    void somebody_is_added_in_a_dialog_that_keeps_what_was_typed() {
        screens.open("admin", Locale.ENGLISH, "users");
        screens.click("Add user");
        field("User name").setValue("ADMlN");
        field("Real name").setValue("Somebody");
        field("E-mail").setValue("nonsense");
        screens.click("Generate");
        dialogButton("Add user");
        assertThat(field("User name").getErrorMessage()).contains("admin");
        assertThat(field("E-mail").getErrorMessage()).contains("name@example.com");
        assertThat(field("Real name").getValue()).isEqualTo("Somebody");
        assertThat(field("Password").getValue()).hasSize(23);

        field("User name").setValue("up-new");
        field("E-mail").setValue("up@example.com");
        roles().setValue(Set.of("ENGINEER"));
        dialogButton("Add user");
        assertThat(screens.notice()).contains("up-new was added");
        assertThat(screens.text()).contains("up@example.com", "Engineer", "Must choose a password");
    }

    @Test
    void an_edit_begins_with_what_is_stored_and_its_result_is_on_the_page() {
        AccountDetails user = add("up-edit");
        screens.open("admin", Locale.ENGLISH, "users/" + user.id());
        screens.click("Edit");
        assertThat(field("Real name").getValue()).isEqualTo("新人");
        field("Department").setValue("Networks");
        dialogButton("Save");
        assertThat(screens.notice()).contains("up-edit was saved");
        assertThat(screens.text()).contains("Networks");
    }

    @Test
    void what_two_people_change_at_once_is_shown_side_by_side_and_neither_is_lost() {
        AccountDetails user = add("up-both");
        screens.open("admin", Locale.ENGLISH, "users/" + user.id());
        screens.click("Edit");
        field("Department").setValue("Mine");
        accounts.edit(user.id(), new EditAccount(user.version(), "别人写的", null, null, "Theirs", null, null, null));
        dialogButton("Save");
        assertThat(screens.text()).contains("Nothing was saved", "Stored now", "Theirs", "Mine", "别人写的");
        assertThat(accounts.details(user.id()).department()).isEqualTo("Theirs");
        screens.click("Take what is stored");
        assertThat(field("Department").getValue()).isEqualTo("Theirs");
        field("Department").setValue("Both");
        dialogButton("Save");
        assertThat(accounts.details(user.id()).department()).isEqualTo("Both");
        assertThat(accounts.details(user.id()).realName()).isEqualTo("别人写的");
    }

    @Test
    void deactivating_activating_and_resetting_say_what_they_did() {
        AccountDetails user = add("up-gone");
        screens.open("admin", Locale.ENGLISH, "users/" + user.id());
        screens.click("Deactivate");
        assertThat(screens.text()).contains("can no longer sign in");
        screens.click("Deactivate up-gone");
        assertThat(screens.notice()).contains("up-gone was deactivated");
        assertThat(accounts.details(user.id()).active()).isFalse();
        screens.click("Activate");
        assertThat(accounts.details(user.id()).active()).isTrue();

        screens.click("Reset password");
        dialogButton("Reset password");
        String made = field("New password").getValue();
        assertThat(made).hasSize(23);
        screens.click("I have noted it");
        assertThat(screens.text()).doesNotContain(made);
        assertThat(screens.notice()).contains("was reset");
    }

    @Test
    void a_deletion_names_whom_and_leads_back_to_the_list() {
        AccountDetails user = add("up-del");
        screens.open("admin", Locale.ENGLISH, "users/" + user.id());
        screens.click("Delete");
        ConfirmDialog dialog = screens.find(ConfirmDialog.class);
        assertThat(dialog.getElement().getProperty("header")).contains("up-del");
        com.vaadin.flow.component.ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, false));
        Screens.settle();
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("users");
        assertThatThrownBy(() -> accounts.details(user.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void nobody_is_offered_to_remove_themselves() {
        screens.open(
                "admin",
                Locale.ENGLISH,
                "users/" + as.user("admin", accounts::me).id());
        assertThat(screens.buttons()).contains("Edit").doesNotContain("Delete", "Deactivate", "Reset password");
    }

    @Test
    void one_s_own_data_are_edited_in_a_dialog_and_the_page_shows_them() {
        screens.open("viewer", Locale.ENGLISH, "profile");
        screens.click("Edit profile");
        field("E-mail").setValue("two@example.com,three@example.com");
        dialogButton("Save");
        assertThat(field("E-mail").getErrorMessage()).contains("one address");
        field("E-mail").setValue("viewer@example.com");
        field("Phone").setValue("555-0199");
        dialogButton("Save");
        assertThat(screens.notice()).contains("saved");
        assertThat(screens.text()).contains("555-0199", "viewer", "Viewer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "viewer", "requester", "supervisor", "manager", "engineer", "owner"})
    void for_everybody_else_there_is_neither_menu_nor_page(String username) {
        long id = as.user("admin", accounts::me).id();
        screens.open(username, Locale.ENGLISH, "users");
        assertThat(screens.text()).doesNotContain("Users", "Add user");
        screens.go("users/" + id);
        assertThat(screens.text()).doesNotContain("admin@example.com");
    }

    private AccountDetails add(String username) {
        return as.user(
                "admin",
                () -> accounts.add(
                        new AddAccount(username, "新人", null, null, null, Set.of("VIEWER"), null, PASSWORD, null)));
    }

    @SuppressWarnings("unchecked") // components are found by their raw class
    private List<String> listed() {
        Grid<AccountSummary> grid = screens.find(Grid.class);
        return grid.getDataCommunicator()
                .getDataProvider()
                .fetch(new com.vaadin.flow.data.provider.Query<>(
                        0, 50, grid.getDataCommunicator().getBackEndSorting(), null, null))
                .map(AccountSummary.class::cast)
                .map(AccountSummary::username)
                .toList();
    }

    private TextField field(String label) {
        return screens.find(TextField.class, field -> label.equals(field.getLabel()));
    }

    @SuppressWarnings("unchecked") // components are found by their raw class
    private MultiSelectComboBox<String> roles() {
        return screens.find(MultiSelectComboBox.class, box -> "Roles".equals(box.getLabel()));
    }

    /** The button of this name in the foot of the dialog, not the one that opened it. */
    private void dialogButton(String text) {
        Dialog dialog = screens.find(Dialog.class, Dialog::isOpened);
        dialog.getFooter()
                .getElement()
                .getChildren()
                .map(element -> element.getComponent().orElseThrow())
                .map(com.vaadin.flow.component.button.Button.class::cast)
                .filter(button -> text.equals(button.getText()))
                .findFirst()
                .orElseThrow()
                .click();
        Screens.settle();
    }
}
