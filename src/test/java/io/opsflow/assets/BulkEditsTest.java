package io.opsflow.assets;

import static io.opsflow.assets.Inventory.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.Paging;
import io.opsflow.longwork.LongWork;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@OpsFlowTest
class BulkEditsTest {

    @Autowired
    BulkEdits edits;

    @Autowired
    Rooms rooms;

    @Autowired
    Racks racks;

    @Autowired
    Servers servers;

    @Autowired
    As as;

    private ServerDetails first;
    private ServerDetails second;

    @BeforeEach
    void servers() {
        Inventory inventory = new Inventory(rooms, racks, servers, as);
        RackDetails rack = inventory.rack();
        first = inventory.server(rack.id(), 1, 1, Face.BOTH);
        second = inventory.server(rack.id(), 2, 1, Face.BOTH);
    }

    @Test
    void each_server_is_changed_by_its_own_rules_and_what_one_refuses_keeps_none_of_the_others() {
        as.user("operator", () -> servers.edit(first.id(), Inventory.change("purchased_on", "2030-01-01")));

        BulkResult result = apply(of(Map.of("warranty_until", "2027-01-01"), List.of("核心"), List.of()));

        assertThat(result.changed()).isEqualTo(1);
        assertThat(result.refused()).isEqualTo(1);
        assertThat(result.errors()).singleElement().satisfies(error -> {
            assertThat(error.name()).isEqualTo(first.facts().assetNumber());
            assertThat(error.message()).contains("采购日期");
        });
        assertThat(facts(first).warrantyUntil()).isNull();
        assertThat(facts(second).warrantyUntil()).hasToString("2027-01-01");
        assertThat(facts(second).tags()).containsExactly("核心");
        assertThat(as.user("viewer", () -> servers.changes(second.id(), Paging.first(1)))
                        .items()
                        .get(0)
                        .reason())
                .isEqualTo("年检");
    }

    @Test
    void tags_come_and_go_beside_others_and_what_is_so_already_stays_as_it_is() {
        as.user("operator", () -> servers.edit(first.id(), Inventory.change("tags", List.of("a", "b"))));
        BulkResult result = apply(of(Map.of(), List.of("b", "c"), List.of("a")));
        assertThat(result.changed()).isEqualTo(2);
        assertThat(facts(first).tags()).containsExactly("b", "c");
        assertThat(apply(of(Map.of(), List.of("b", "c"), List.of("a"))).unchanged())
                .isEqualTo(2);
    }

    @Test
    void what_somebody_else_has_changed_is_not_overwritten() {
        as.user("admin", () -> servers.edit(first.id(), Inventory.change("owner", "王芳")));
        BulkEdit edit = new BulkEdit(
                List.of(first.id(), second.id()),
                null,
                Map.of(first.id(), first.version(), second.id(), second.version()),
                Map.of("owner", "李雷"),
                null,
                null,
                null,
                null);
        BulkResult result = apply(edit);
        assertThat(result.errors()).singleElement().satisfies(error -> assertThat(error.id())
                .isEqualTo(first.id()));
        assertThat(facts(first).owner()).isEqualTo("王芳");
        assertThat(facts(second).owner()).isEqualTo("李雷");
    }

    @Test
    void all_that_a_filter_lets_through_is_changed_behind_ones_back() {
        String owner = unique("owner");
        BulkEdit edit = new BulkEdit(
                null,
                Map.of("rack_id", List.of(String.valueOf(first.facts().rackId()))),
                null,
                Map.of("owner", owner),
                null,
                null,
                null,
                null);
        String id = as.user("operator", () -> edits.begin(AssetKind.SERVER, edit, Locale.ENGLISH));
        await().until(() -> as.user("operator", () -> edits.run(id)).phase() == LongWork.Phase.DONE);
        assertThat(as.user("operator", () -> edits.latest())).map(BulkRun::id).contains(id);
        assertThat(as.user("operator", () -> edits.run(id)).result()).isEqualTo(new BulkResult(2, 0, 0, List.of()));
        assertThat(facts(second).owner()).isEqualTo(owner);
    }

    @Test
    void rooms_are_changed_together_and_what_tells_them_apart_is_not() {
        Inventory inventory = new Inventory(rooms, racks, servers, as);
        RoomDetails one = inventory.room();
        RoomDetails other = inventory.room();
        BulkResult result = applyToRooms(Map.of("id", List.of(number(one), number(other))), Map.of("contact", "李雷"));
        assertThat(result).isEqualTo(new BulkResult(2, 0, 0, List.of()));
        assertThat(as.user("viewer", () -> rooms.get(other.id())).facts().contact())
                .isEqualTo("李雷");

        BulkResult refused = applyToRooms(Map.of("id", List.of(number(one))), Map.of("contact", "李".repeat(1000)));
        assertThat(refused.errors()).singleElement().satisfies(error -> assertThat(error.name())
                .isEqualTo(one.facts().name()));
        assertThatThrownBy(() -> applyToRooms(Map.of("id", List.of(number(one))), Map.of("code", "1")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("not-for-many");
    }

    private static String number(RoomDetails room) {
        return String.valueOf(room.id());
    }

    private BulkResult applyToRooms(Map<String, List<String>> filter, Map<String, Object> fields) {
        BulkEdit edit = new BulkEdit(null, filter, null, fields, null, null, null, null);
        return as.user("operator", () -> edits.apply(AssetKind.ROOM, edit, Locale.SIMPLIFIED_CHINESE));
    }

    @Test
    void what_tells_servers_apart_is_not_the_same_for_many_and_viewers_change_nothing() {
        assertThatThrownBy(() -> apply(of(Map.of("serial", "1"), List.of(), List.of())))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("not-for-many");
        assertThatThrownBy(() -> apply(of(Map.of(), List.of(), List.of()))).isInstanceOf(InvalidInput.class);
        BulkEdit nothing = new BulkEdit(null, null, null, Map.of("owner", "a"), null, null, null, null);
        assertThatThrownBy(() -> apply(nothing)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> as.user(
                        "viewer",
                        () -> edits.apply(
                                AssetKind.SERVER, of(Map.of("owner", "a"), List.of(), List.of()), Locale.ENGLISH)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private BulkEdit of(Map<String, Object> fields, List<String> add, List<String> remove) {
        return new BulkEdit(List.of(first.id(), second.id()), null, null, fields, add, remove, "年检", null);
    }

    private BulkResult apply(BulkEdit edit) {
        return as.user("operator", () -> edits.apply(AssetKind.SERVER, edit, Locale.SIMPLIFIED_CHINESE));
    }

    private ServerFacts facts(ServerDetails server) {
        return as.user("viewer", () -> servers.get(server.id())).facts();
    }
}
