package io.opsflow.assets.ui;

import static io.opsflow.assets.Inventory.change;
import static io.opsflow.assets.Inventory.unique;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.Query;
import io.opsflow.assets.AssetFiles;
import io.opsflow.assets.AssetFilter;
import io.opsflow.assets.AssetKind;
import io.opsflow.assets.Changes;
import io.opsflow.assets.CustomFieldFacts;
import io.opsflow.assets.CustomFields;
import io.opsflow.assets.Face;
import io.opsflow.assets.FieldKind;
import io.opsflow.assets.Impact;
import io.opsflow.assets.ImpactNode;
import io.opsflow.assets.Inventory;
import io.opsflow.assets.RackDetails;
import io.opsflow.assets.Racks;
import io.opsflow.assets.Rooms;
import io.opsflow.assets.ServerDetails;
import io.opsflow.assets.Servers;
import io.opsflow.assets.TableFiles;
import io.opsflow.assets.Why;
import io.opsflow.design.DropMenu;
import io.opsflow.kernel.Paging;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.Screens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@OpsFlowTest
class AssetScreensTest {

    private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;

    @Autowired
    ApplicationContext product;

    @Autowired
    As as;

    @Autowired
    Rooms rooms;

    @Autowired
    Racks racks;

    @Autowired
    Servers servers;

    @Autowired
    CustomFields customFields;

    @Autowired
    AssetFiles files;

    private Screens screens;
    private Inventory inventory;

    @BeforeEach
    void prepare() {
        screens = new Screens(product, as);
        inventory = new Inventory(rooms, racks, servers, as);
    }

    @AfterEach
    void leave() {
        screens.close();
    }

    @Test
    void an_operator_records_a_room_and_is_told_at_the_field_what_is_missing() {
        String code = unique("SH");
        screens.open("operator", ZH, "rooms");
        screens.click("添加机房");
        screens.click("保存");
        assertThat(field("编码").isInvalid()).isTrue();
        assertThat(field("名称").getErrorMessage()).contains("名称");

        field("名称").setValue("上海二号");
        field("编码").setValue(code);
        field("面积（m²）").setValue("80.5");
        screens.click("保存");

        assertThat(screens.notice()).contains("已登记 上海二号");
        assertThat(as.user("viewer", () -> rooms.find(AssetFilter.everything().with("code", code), Paging.first(1))
                        .items()
                        .get(0)
                        .facts()
                        .areaM2()))
                .isEqualByComparingTo("80.5");
    }

    @Test
    void whoever_strikes_a_server_off_says_why_and_for_which_ticket() {
        ServerDetails server = inventory.server(inventory.rack().id(), 1, 1, Face.BOTH);
        screens.open("operator", ZH, "servers/" + server.id());
        screens.click("删除");
        field("原因").setValue("已报废");
        field("关联工单").setValue("T-1001");
        ConfirmDialog dialog = screens.find(ConfirmDialog.class);
        ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, false));
        assertThat(as.user("viewer", () -> servers.changes(server.id(), Paging.first(1)))
                        .items())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.reason()).isEqualTo("已报废");
                    assertThat(change.ticket()).isEqualTo("T-1001");
                });
    }

    @Test
    void whoever_may_not_write_sees_no_button_that_does() {
        RackDetails rack = inventory.rack();
        ServerDetails server = inventory.server(rack.id(), 1, 1, Face.BOTH);
        for (String page : new String[] {
            "rooms",
            "racks",
            "servers",
            "rooms/" + rack.facts().roomId(),
            "racks/" + rack.id(),
            "servers/" + server.id()
        }) {
            screens.open("viewer", ZH, page);
            assertThat(screens.buttons()).as(page).doesNotContain("编辑", "删除", "添加机房", "添加机柜", "添加服务器", "预留", "释放");
            screens.open("operator", ZH, page);
            assertThat(screens.buttons()).as(page).containsAnyOf("编辑", "添加机房", "添加机柜", "添加服务器");
        }
    }

    @Test
    void a_room_shows_its_racks_and_a_rack_both_faces() {
        RackDetails rack = inventory.rack();
        ServerDetails server = inventory.server(rack.id(), 1, 1, Face.BOTH);

        screens.open("viewer", ZH, "rooms/" + rack.facts().roomId());
        assertThat(drawings())
                .hasSize(1)
                .first()
                .asString()
                .contains(server.facts().assetNumber())
                .contains("正面");
        screens.click("查看背面");
        assertThat(drawings()).hasSize(1).first().asString().contains("背面");

        screens.go("racks/" + rack.id());
        assertThat(drawings()).hasSize(2).allSatisfy(drawing -> assertThat(drawing)
                .contains("/servers/" + server.id()));
        assertThat(screens.text()).contains("1 / 42 U");
    }

    @Test
    void a_page_says_what_dies_with_it_services_first_and_what_was_changed_in_words() {
        RackDetails rack = inventory.rack();
        ServerDetails server = inventory.server(rack.id(), 1, 1, Face.BOTH);
        String service = unique("计费");
        as.user("operator", () -> {
            servers.edit(server.id(), new Changes(Map.of("service", service), null, new Why("已搬迁", "M-17")));
            return servers.edit(server.id(), new Changes(Map.of("status", "failed"), null, new Why("电源损坏", "T-1042")));
        });

        screens.open("viewer", ZH, "racks/" + rack.id());
        assertThat(screens.text())
                .contains("如果现在故障")
                .contains("服务 1 个")
                .contains(service)
                .contains(rack.room());

        screens.go("servers/" + server.id());
        assertThat(screens.text())
                .contains(service)
                .contains("库存")
                .contains("故障")
                .contains("电源损坏")
                .contains("T-1042")
                .contains(rack.facts().name());
        assertThat(screens.find(Anchor.class, link -> link.getText().equals("M-17"))
                        .getHref())
                .isEqualTo("moves/M-17");
    }

    @Test
    void an_impact_of_other_modules_things_unfolds_and_links_to_them() {
        ImpactNode rack = new ImpactNode("rack", "1", "A-01", "racks/1");
        ImpactNode server = new ImpactNode("server", "2", "SRV-2", "servers/2");
        ImpactNode host = new ImpactNode("host", "3", "db-01", "hosts/3");
        screens.open("viewer", ZH, "racks");
        ImpactCard card = new ImpactCard(new Impact(
                rack,
                List.of(),
                List.of(server, host),
                List.of(new Impact.Edge("server/2", "rack/1"), new Impact.Edge("host/3", "server/2")),
                Map.of("server", 1L, "host", 1L),
                true));
        UI.getCurrent().add(card);
        assertThat(links(card)).contains("servers/2").doesNotContain("hosts/3");

        NativeDetails below = screens.find(NativeDetails.class);
        below.setOpen(true);
        ComponentUtil.fireEvent(below, new NativeDetails.ToggleEvent(below, true));

        assertThat(links(card)).contains("servers/2", "hosts/3");
    }

    private static List<String> links(Component card) {
        return descendants(card)
                .filter(Anchor.class::isInstance)
                .map(link -> ((Anchor) link).getHref())
                .toList();
    }

    private static Stream<Component> descendants(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(AssetScreensTest::descendants));
    }

    @Test
    void what_somebody_else_changed_meanwhile_is_shown_beside_ones_own_and_not_overwritten() {
        ServerDetails server = inventory.add(Inventory.named(unique("S")));
        screens.open("operator", ZH, "servers/" + server.id());
        screens.click("编辑");
        field("型号").setValue("R760");
        as.user("admin", () -> servers.edit(server.id(), new Changes(Map.of("model", "R750"), null, Why.unsaid())));
        as.signIn("operator");

        screens.click("保存");

        assertThat(screens.text()).contains("R750").contains("R760").contains("当前值");
        assertThat(model(server)).isEqualTo("R750");
        as.signIn("operator");
        screens.click("保存"); // knowingly
        assertThat(model(server)).isEqualTo("R760");
    }

    @Test
    void a_server_is_put_into_a_rack_that_is_found_by_typing() {
        RackDetails rack = inventory.rack();
        String number = unique("SRV");
        screens.open("operator", ZH, "racks/" + rack.id());
        screens.click("添加服务器");
        assertThat(screens.find(ComboBox.class, box -> "机柜".equals(box.getLabel()))
                        .getValue())
                .hasToString(
                        "Option[value=" + rack.id() + ", label=" + rack.facts().name() + " · " + rack.room() + "]");
        field("资产编号").setValue(number);
        field("起始 U 位").setValue("99");
        screens.click("保存");
        assertThat(field("起始 U 位").getErrorMessage()).contains("42 U");

        field("起始 U 位").setValue("7");
        screens.click("保存");

        assertThat(drawings().get(0)).contains(number).contains("data-u=\"7\"");
    }

    @Test
    @SuppressWarnings("unchecked") // components are found by their raw class
    void a_list_is_narrowed_by_its_address_as_the_api_is() {
        RackDetails rack = inventory.rack();
        ServerDetails server = inventory.server(rack.id(), 1, 1, Face.BOTH);
        inventory.add(Inventory.named(unique("S")));
        screens.open("viewer", ZH, "servers?rack_id=" + rack.id());
        Grid<ServerDetails> grid = screens.find(Grid.class);
        assertThat(grid.getDataProvider().fetch(new Query<>(0, 50, List.of(), null, null)))
                .containsExactly(server);
    }

    @Test
    void a_filter_is_added_from_the_menu_stands_in_the_address_and_is_taken_away() {
        String owner = unique("负责人");
        ServerDetails server = inventory.add(Inventory.named(unique("S")));
        as.user("operator", () -> servers.edit(server.id(), change("owner", owner)));
        inventory.add(Inventory.named(unique("S")));
        screens.open("viewer", ZH, "servers");
        assertThat(descendants(UI.getCurrent())).noneMatch(AssetScreensTest::isOwnerFilter);

        DropMenu menu = screens.find(
                DropMenu.class,
                any -> any.getItems().get(0).getElement().getTextRecursively().contains("添加筛选"));
        MenuItem item = menu.getItems().get(0).getSubMenu().getItems().stream()
                .filter(any -> "负责人".equals(any.getText()))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(item, new ClickEvent<>(item));
        screens.find(TextField.class, AssetScreensTest::isOwnerFilter).setValue(owner);
        assertThat(UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations())
                .anyMatch(
                        call -> call.getInvocation().getParameters().toString().contains("servers?owner="));
        assertThat(this.<ServerDetails>shown()).extracting(ServerDetails::id).containsExactly(server.id());
        screens.find(Button.class, button -> "去掉筛选 负责人"
                        .equals(button.getAriaLabel().orElse("")))
                .click();
        assertThat(descendants(UI.getCurrent())).noneMatch(AssetScreensTest::isOwnerFilter);
        assertThat(shown()).hasSizeGreaterThan(1);
    }

    @Test
    void a_filter_of_the_address_is_shown_and_one_that_says_nothing_is_not() {
        RackDetails rack = inventory.rack();
        ServerDetails server = inventory.server(rack.id(), 1, 1, Face.BOTH);
        screens.open("viewer", ZH, "servers?power_w_from=many&position_u_to=1&rack_id=" + rack.id());
        assertThat(shown()).containsExactly(server);
        assertThat(screens.find(ComboBox.class).getValue())
                .asString()
                .contains(rack.facts().name());
        assertThat(screens.find(TextField.class, any -> "起始 U 位不大于"
                                .equals(any.getAriaLabel().orElse("")))
                        .getValue())
                .isEqualTo("1");
        assertThat(screens.text()).contains("起始 U 位不大于").doesNotContain("功率（W）不小于");

        screens.open("viewer", ZH, "servers?rack_id=rack");
        assertThat(shown()).isNotEmpty();
    }

    @Test
    void racks_are_narrowed_to_any_of_many_rooms() {
        RackDetails last = Stream.generate(inventory::rack)
                .limit(51)
                .reduce((one, other) -> other)
                .orElseThrow();
        screens.open("viewer", ZH, "racks?room_id=" + last.facts().roomId());
        assertThat(shown()).containsExactly(last);
    }

    private static boolean isOwnerFilter(Component any) {
        return any instanceof TextField field
                && "负责人".equals(field.getAriaLabel().orElse(""));
    }

    @SuppressWarnings("unchecked") // components are found by their raw class
    private <T> List<T> shown() {
        Grid<T> grid = screens.find(Grid.class);
        return grid.getDataProvider()
                .fetch(new Query<>(0, 50, List.of(), null, null))
                .toList();
    }

    @Test
    void units_are_reserved_and_released() {
        RackDetails rack = inventory.rack();
        screens.open("operator", ZH, "racks/" + rack.id());
        screens.click("预留");
        field("起始 U 位").setValue("20");
        field("高度（U）").setValue("4");
        field("负责人").setValue("采购");
        screens.find(TextArea.class, area -> "原因".equals(area.getLabel())).setValue("12 月扩容");
        screens.click("保存");
        assertThat(screens.text()).contains("12 月扩容");
        assertThat(screens.text()).contains("U20–U23");
        assertThat(drawings().get(0)).contains("预留：采购");
        screens.click("释放");
        assertThat(screens.text()).contains("没有预留");
    }

    @Test
    @SuppressWarnings("unchecked") // components are found by their raw class
    void chosen_servers_are_changed_together() {
        RackDetails rack = inventory.rack();
        ServerDetails server = inventory.server(rack.id(), 1, 1, Face.BOTH);
        screens.open("operator", ZH, "servers?rack_id=" + rack.id());
        Grid<ServerDetails> grid = screens.find(Grid.class);
        assertThat(screens.buttons()).doesNotContain("批量修改");
        grid.select(server);
        assertThat(screens.text()).contains("已选 1 项");
        screens.click("批量修改");
        screens.click("修改 1 项");
        assertThat(screens.text()).contains("请至少填写一个字段");
        field("负责人").setValue("王芳");
        screens.click("修改 1 项");
        org.awaitility.Awaitility.await().until(() -> "王芳"
                .equals(as.user("viewer", () -> servers.get(server.id()).facts().owner())));
    }

    @Test
    void a_field_that_an_administrator_adds_is_in_forms_lists_and_files() {
        String name = "tier_" + Long.toString(System.nanoTime(), 36);
        screens.open("admin", ZH, "assets/fields");
        screens.click("添加字段");
        field("显示名称").setValue("等级 " + name);
        field("文件和 API 中的名称").setValue(name);
        screens.click("保存");
        assertThat(screens.text()).contains("等级 " + name);
        try {
            String number = unique("SRV");
            screens.open("operator", ZH, "servers");
            screens.click("添加服务器");
            field("资产编号").setValue(number);
            field("等级 " + name).setValue("金");
            screens.click("保存");
            ServerDetails added = as.user(
                            "viewer",
                            () -> servers.find(AssetFilter.everything().with("custom." + name, "金"), Paging.first(5)))
                    .items()
                    .get(0);
            assertThat(added.facts().assetNumber()).isEqualTo(number);
            screens.go("servers/" + added.id());
            assertThat(screens.text()).contains("等级 " + name).contains("金");
            byte[] file = as.user(
                    "viewer",
                    () -> files.write(
                            AssetKind.SERVER,
                            TableFiles.Format.CSV,
                            AssetFilter.everything().with("custom." + name, "金")));
            assertThat(new String(file, StandardCharsets.UTF_8))
                    .contains("custom." + name)
                    .contains("金");
        } finally {
            as.user("admin", () -> customFields.all().stream()
                    .filter(one -> one.facts().name().equals(name))
                    .forEach(one -> customFields.delete(one.id())));
        }
    }

    @Test
    void a_server_says_yes_or_no_to_a_field_of_its_own_and_calls_it_by_its_label() {
        String name = "hardened_" + Long.toString(System.nanoTime(), 36);
        long field = as.user("admin", () -> customFields
                .add(new CustomFieldFacts(name, "已加固", FieldKind.FLAG, false, List.of()))
                .id());
        try {
            ServerDetails server = inventory.server(inventory.rack().id(), 1, 1, Face.BOTH);
            as.user("operator", () -> servers.edit(server.id(), change("custom", Map.of(name, false))));
            screens.open("viewer", ZH, "servers/" + server.id());
            assertThat(screens.text()).contains("已加固 否");
            as.user("operator", () -> servers.edit(server.id(), change("custom", Map.of(name, true))));
            screens.open("viewer", ZH, "servers/" + server.id());
            assertThat(screens.text()).contains("已加固 是");
        } finally {
            as.user("admin", () -> customFields.delete(field));
        }
    }

    @Test
    void an_import_page_offers_a_template_and_tells_what_came_of_the_last_file() {
        screens.open("operator", ZH, "assets/import?kind=racks");
        assertThat(screens.text()).contains("下载包含全部列的模板").contains("机柜");
        assertThat(screens.find(com.vaadin.flow.component.html.Anchor.class, link -> link.getText()
                                .equals("XLSX"))
                        .getHref())
                .contains("kind=racks");
    }

    private String model(ServerDetails server) {
        return String.valueOf(
                as.user("viewer", () -> servers.get(server.id()).facts().model()));
    }

    private List<String> drawings() {
        RackPictures pictures = screens.find(RackPictures.class);
        return pictures.getChildren()
                .map(picture -> picture.getElement().getProperty("innerHTML"))
                .toList();
    }

    private TextField field(String label) {
        return screens.find(TextField.class, field -> label.equals(field.getLabel()));
    }
}
