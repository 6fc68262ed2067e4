package io.opsflow.assets.ui;

import static io.opsflow.assets.Inventory.change;
import static io.opsflow.assets.Inventory.unique;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.opsflow.assets.Face;
import io.opsflow.assets.Inventory;
import io.opsflow.assets.MoveDetails;
import io.opsflow.assets.Moves;
import io.opsflow.assets.Placement;
import io.opsflow.assets.RackDetails;
import io.opsflow.assets.Racks;
import io.opsflow.assets.Rooms;
import io.opsflow.assets.ServerDetails;
import io.opsflow.assets.Servers;
import io.opsflow.design.ObjectFinder;
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

@OpsFlowTest
class RackScreensTest {

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
    Moves moves;

    @Autowired
    AssetFinder finder;

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
    void a_server_in_stock_that_is_dropped_stands_there_at_once_and_can_be_put_back() {
        RackDetails rack = inventory.rack();
        ServerDetails server = inventory.server(rack.id(), 1, 2, Face.FRONT);
        screens.open("operator", ZH, "racks/" + rack.id());

        drop(server, rack, 11, Face.REAR);

        assertThat(place(server)).isEqualTo(new Placement(rack.id(), 11, 2, Face.REAR));
        assertThat(screens.notice()).contains("已移至").contains("U11");
        assertThat(drawings().get(1)).contains("data-u=\"11\" data-height=\"2\" data-face=\"rear\"");
        screens.click("撤销");
        assertThat(place(server)).isEqualTo(new Placement(rack.id(), 1, 2, Face.FRONT));
    }

    @Test
    void what_stands_in_the_way_or_draws_too_much_is_told_and_nothing_moves() {
        RackDetails rack = inventory.rack();
        RackDetails weak = inventory.rack(rack.facts().roomId(), 42, 50);
        ServerDetails server = inventory.server(rack.id(), 1, 2, Face.BOTH);
        ServerDetails other = inventory.server(rack.id(), 10, 1, Face.REAR);
        screens.open("operator", ZH, "racks/" + rack.id() + "?beside=" + weak.id());
        assertThat(drawings()).hasSize(4);

        drop(server, rack, 9, Face.BOTH);
        assertThat(screens.notice()).contains("不空闲").contains(other.facts().assetNumber());

        drop(server, weak, 1, Face.BOTH);
        assertThat(screens.notice()).contains("功率上限为 50 W");

        drop(server, rack, 42, Face.BOTH);
        assertThat(screens.notice()).contains("超出机柜");
        assertThat(place(server)).isEqualTo(new Placement(rack.id(), 1, 2, Face.BOTH));
    }

    @Test
    void a_server_in_use_asks_for_a_reason_and_its_new_units_are_kept_for_it() {
        RackDetails rack = inventory.rack();
        ServerDetails server = inventory.server(rack.id(), 1, 1, Face.BOTH);
        as.user("operator", () -> servers.edit(server.id(), change("status", "active")));
        screens.open("operator", ZH, "racks/" + rack.id());

        drop(server, rack, 20, Face.BOTH);
        assertThat(screens.find(Dialog.class).getHeaderTitle())
                .contains("将 " + server.facts().assetNumber() + " 迁移到");
        screens.click("保存");
        TextArea reason = screens.find(TextArea.class, area -> "原因".equals(area.getLabel()));
        assertThat(reason.getErrorMessage()).contains("原因");
        reason.setValue("配电维护");
        screens.click("保存");

        assertThat(place(server)).isEqualTo(new Placement(rack.id(), 1, 1, Face.BOTH));
        assertThat(drawings().get(0)).contains("预留：" + server.facts().assetNumber());
        assertThat(screens.text()).contains("待审批").contains("U20");
        assertThat(screens.find(Anchor.class, link -> link.getText()
                                .equals(server.facts().assetNumber()))
                        .getHref())
                .isEqualTo("servers/" + server.id());
        assertThat(screens.buttons()).doesNotContain("释放");

        MoveDetails move = as.user("viewer", () -> moves.open(server.id())).orElseThrow();
        screens.go("moves/" + move.key());
        assertThat(screens.buttons()).doesNotContain("在收件箱中继续");
        screens.open("admin", ZH, "moves/" + move.key());
        screens.click("在收件箱中继续");
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).startsWith("inbox/");
        assertThat(screens.text()).contains(server.facts().assetNumber());
    }

    @Test
    void whoever_may_not_write_drags_nothing() {
        RackDetails rack = inventory.rack();
        ServerDetails server = inventory.server(rack.id(), 1, 1, Face.BOTH);
        screens.open("viewer", ZH, "racks/" + rack.id());
        RackPictures pictures = screens.find(RackPictures.class);
        assertThat(pictures.getElement().hasAttribute("editable")).isFalse();

        drop(server, rack, 20, Face.BOTH);

        assertThat(place(server)).isEqualTo(new Placement(rack.id(), 1, 1, Face.BOTH));
    }

    @Test
    void marked_units_are_reserved_for_whom_is_typed() {
        RackDetails rack = inventory.rack();
        screens.open("operator", ZH, "rooms/" + rack.facts().roomId());
        screens.fire(screens.find(RackPictures.class), "ops-rack-reserve", rack.id() + " 30 3 both");
        screens.find(TextField.class, field -> "负责人".equals(field.getLabel())).setValue("平台组");
        screens.click("保存");
        assertThat(drawings().get(0)).contains("预留：平台组").contains("data-u=\"30\" data-height=\"3\"");
    }

    @Test
    void colours_tell_what_servers_do_where_the_address_says_so() {
        RackDetails rack = inventory.rack();
        ServerDetails server = inventory.server(rack.id(), 1, 1, Face.BOTH);
        as.user("operator", () -> servers.edit(server.id(), change("role", "数据库")));
        screens.open("viewer", ZH, "racks/" + rack.id());
        assertThat(drawings().get(0)).contains("class=\"rack\"");
        assertThat(screens.text()).contains("维护中");

        screens.click("按用途着色");

        assertThat(drawings().get(0)).contains("class=\"rack by-role\"").contains("role-1");
        assertThat(screens.text()).contains("数据库").doesNotContain("维护中");
    }

    @Test
    void a_room_seen_from_above_leads_to_its_racks() {
        long room = inventory.room().id();
        RackDetails full = inventory.rack(room, 2, null);
        inventory.server(full.id(), 1, 2, Face.BOTH);
        RackDetails empty = inventory.rack(room, 42, null);
        screens.open("viewer", ZH, "rooms/" + room);
        String plan = screens.find(com.vaadin.flow.component.html.Div.class, part -> part.hasClassName("floor-picture"))
                .getElement()
                .getProperty("innerHTML");
        assertThat(plan)
                .contains("<a href=\"/racks/" + full.id() + "\" class=\"tile fullness-full place-active\"")
                .contains("<a href=\"/racks/" + empty.id() + "\" class=\"tile fullness-empty place-active\"")
                .contains("100 %");

        screens.go("rooms/" + room + "/print");
        assertThat(screens.text())
                .contains(full.facts().name())
                .contains(empty.facts().name());
        assertThat(drawings()).hasSize(2);
    }

    @Test
    void the_jump_box_finds_rooms_racks_and_servers() {
        RackDetails rack = inventory.rack();
        ServerDetails server = inventory.server(rack.id(), 1, 1, Face.BOTH);
        as.user("viewer", () -> {
            assertThat(finder.find(rack.room(), 8))
                    .extracting(ObjectFinder.Hit::path)
                    .containsExactly("rooms/" + rack.facts().roomId());
            assertThat(finder.find(rack.facts().name(), 8))
                    .extracting(ObjectFinder.Hit::path)
                    .containsExactly("racks/" + rack.id());
            assertThat(finder.find(server.facts().assetNumber(), 8))
                    .extracting(ObjectFinder.Hit::path)
                    .containsExactly("servers/" + server.id());
            assertThat(finder.find("-", 2)).hasSizeLessThanOrEqualTo(2);
        });
    }

    @Test
    void free_space_is_found_and_leads_to_the_marked_place() {
        RackDetails rack = inventory.rack();
        inventory.server(rack.id(), 1, 38, Face.BOTH);
        screens.open("viewer", ZH, "free-space?room_id=" + rack.facts().roomId() + "&height_u=4&power_w=600");
        Anchor place = screens.find(Anchor.class, link -> "U39–U42".equals(link.getText()));

        screens.go(place.getHref());

        assertThat(drawings()).hasSize(2).allSatisfy(drawing -> assertThat(drawing)
                .contains("class=\"wanted\" data-u=\"39\""));
        screens.go("free-space?room_id=" + rack.facts().roomId() + "&height_u=5");
        assertThat(screens.text()).contains("没有合适的空位");
        screens.go("free-space?height_u=abc&face=sideways&room_id=" + unique("x"));
        assertThat(screens.text()).contains("空位");
    }

    private void drop(ServerDetails server, RackDetails rack, int u, Face face) {
        screens.fire(
                screens.find(RackPictures.class),
                "ops-rack-drop",
                server.id() + " " + rack.id() + " " + u + " " + face.code());
    }

    private Placement place(ServerDetails server) {
        Placement place = as.user("viewer", () -> servers.get(server.id()))
                .facts()
                .placement()
                .orElseThrow();
        as.signIn("operator");
        return place;
    }

    private List<String> drawings() {
        return screens.find(RackPictures.class)
                .getChildren()
                .map(picture -> picture.getElement().getProperty("innerHTML"))
                .toList();
    }
}
