package io.opsflow.assets;

import static io.opsflow.assets.Inventory.change;
import static io.opsflow.assets.Inventory.in;
import static io.opsflow.assets.Inventory.named;
import static io.opsflow.assets.Inventory.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.opsflow.kernel.DomainError;
import io.opsflow.kernel.Fault;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.StaleVersion;
import io.opsflow.kernel.Texts;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.SqlCount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

@OpsFlowTest
class AssetsTest {

    @Autowired
    Rooms rooms;

    @Autowired
    Racks racks;

    @Autowired
    Servers servers;

    @Autowired
    CustomFields customFields;

    @Autowired
    As as;

    @Autowired
    Reservations reservations;

    @Autowired
    Texts texts;

    @Autowired
    SqlCount statements;

    @Autowired
    JdbcTemplate sql;

    private Inventory inventory;

    @BeforeEach
    void inventory() {
        inventory = new Inventory(rooms, racks, servers, as);
    }

    @Test
    void a_viewer_reads_and_is_refused_every_change() {
        RackDetails rack = inventory.rack();
        as.user("viewer", () -> {
            assertThat(racks.get(rack.id()).facts()).isEqualTo(rack.facts());
            for (Callable<?> change : List.<Callable<?>>of(
                    () -> rooms.add(RoomFacts.named("x", "x")),
                    () -> rooms.edit(rack.facts().roomId(), change("name", "x")),
                    () -> racks.add(rack.facts()),
                    () -> racks.edit(rack.id(), change("name", "x")),
                    () -> servers.add(named("x")),
                    () -> {
                        racks.delete(rack.id(), Why.unsaid());
                        return "";
                    })) {
                assertThatThrownBy(change::call).isInstanceOf(AccessDeniedException.class);
            }
        });
    }

    @Test
    void a_code_is_one_rooms_alone_however_it_is_written() {
        String code = unique("bj-Ａé");
        as.user("admin", () -> rooms.add(RoomFacts.named("One", code)));

        AlreadyRecorded refused = catchThrowableOfType(
                AlreadyRecorded.class,
                () -> as.user(
                        "admin",
                        () -> rooms.add(RoomFacts.named(
                                "Two", " " + code.toUpperCase(Locale.ROOT).replace("É", "e") + "  "))));

        assertThat(sentence(refused)).contains("One").contains("代码").doesNotContain("{");
    }

    @Test
    void a_room_with_racks_and_a_rack_with_servers_are_not_deleted_and_say_why() {
        RackDetails rack = inventory.rack();
        ServerDetails server = inventory.server(rack.id(), 1, 2, Face.BOTH);

        as.user("operator", () -> {
            assertThatThrownBy(() -> rooms.delete(rack.facts().roomId(), Why.unsaid()))
                    .isInstanceOfSatisfying(AssetInUse.class, refused -> assertThat(sentence(refused))
                            .contains(rack.facts().name()));
            assertThatThrownBy(() -> racks.delete(rack.id(), Why.unsaid()))
                    .isInstanceOfSatisfying(AssetInUse.class, refused -> assertThat(sentence(refused))
                            .contains(server.facts().assetNumber()));
            servers.delete(server.id(), Why.unsaid());
            racks.delete(rack.id(), Why.unsaid());
            rooms.delete(rack.facts().roomId(), Why.unsaid());
            assertThatThrownBy(() -> rooms.get(rack.facts().roomId())).isInstanceOf(NotFound.class);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "10, 4, FRONT, 12, 1, FRONT, true",
        "10, 4, FRONT, 12, 1, REAR, false",
        "10, 4, FRONT, 12, 1, BOTH, true",
        "10, 4, BOTH, 13, 4, REAR, true",
        "10, 4, BOTH, 14, 4, REAR, false",
        "10, 4, BOTH, 6, 4, BOTH, false",
        "10, 4, BOTH, 6, 5, BOTH, true"
    })
    void what_overlaps_is_refused_and_told_by_name(
            int firstU,
            int firstHeight,
            Face firstFace,
            int secondU,
            int secondHeight,
            Face secondFace,
            boolean taken) {
        RackDetails rack = inventory.rack();
        ServerDetails first = inventory.server(rack.id(), firstU, firstHeight, firstFace);

        if (taken) {
            assertThatThrownBy(() -> inventory.server(rack.id(), secondU, secondHeight, secondFace))
                    .isInstanceOfSatisfying(UnitsTaken.class, refused -> assertThat(sentence(refused))
                            .contains(first.facts().assetNumber())
                            .contains("U" + firstU + "–U" + (firstU + firstHeight - 1))
                            .contains(rack.facts().name()));
            assertThat(unitsOf(rack)).isEqualTo(firstHeight * firstFace.sides().size());
        } else {
            inventory.server(rack.id(), secondU, secondHeight, secondFace);
            assertThat(unitsOf(rack))
                    .isEqualTo(firstHeight * firstFace.sides().size()
                            + secondHeight * secondFace.sides().size());
        }
    }

    @Test
    void positions_outside_the_rack_are_refused() {
        RackDetails rack = inventory.rack();
        for (int[] place : new int[][] {{42, 2}, {43, 1}, {40, 4}}) {
            assertThatThrownBy(() -> inventory.server(rack.id(), place[0], place[1], Face.FRONT))
                    .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(sentence(refused))
                            .contains("42")
                            .contains(rack.facts().name()));
        }
        for (int below : new int[] {0, -1, 101}) {
            assertThat(errors(in(unique("S"), rack.id(), below, 1, Face.FRONT, 1)))
                    .containsExactly("position_u number-out-of-range");
        }
    }

    @Test
    void a_rack_draws_no_more_than_it_may() {
        RackDetails rack = inventory.rack(inventory.room().id(), 42, 1000);
        ServerDetails first = inventory.add(in(unique("S"), rack.id(), 1, 1, Face.BOTH, 600));

        assertThatThrownBy(() -> inventory.add(in(unique("S"), rack.id(), 2, 1, Face.BOTH, 401)))
                .isInstanceOf(PowerExceeded.class);
        inventory.add(in(unique("S"), rack.id(), 2, 1, Face.BOTH, 400));
        as.user("operator", () -> {
            assertThatThrownBy(() -> servers.edit(first.id(), change("power_w", 601)))
                    .isInstanceOf(PowerExceeded.class);
            assertThat(servers.edit(first.id(), change("power_w", 500)).facts().powerW())
                    .isEqualTo(500);
            assertThatThrownBy(() -> racks.edit(rack.id(), change("power_limit_w", 899)))
                    .isInstanceOf(PowerExceeded.class);
            assertThatThrownBy(() -> racks.edit(rack.id(), change("height_u", 1)))
                    .isInstanceOf(InvalidInput.class);
            assertThat(racks.get(rack.id()).usedW()).isEqualTo(900);
        });
    }

    @Test
    void serials_and_asset_numbers_are_one_servers_alone() {
        String number = unique("Ast");
        String serial = unique("sn");
        ServerDetails first = inventory.add(named(number));
        as.user("operator", () -> {
            servers.edit(first.id(), change("serial", serial));
            ServerDetails second = servers.add(named(unique("Ast")));
            assertThatThrownBy(() -> servers.add(named(number.toLowerCase(Locale.ROOT))))
                    .isInstanceOfSatisfying(AlreadyRecorded.class, refused -> assertThat(sentence(refused))
                            .contains(number));
            for (String same : List.of(
                    serial.toUpperCase(Locale.ROOT),
                    "  " + serial + " ",
                    serial.replace('s', 'ｓ'),
                    "Ｓn" + serial.substring(2))) {
                assertThatThrownBy(() -> servers.edit(second.id(), change("serial", same)))
                        .as(same)
                        .isInstanceOf(AlreadyRecorded.class);
            }
        });
    }

    @Test
    void every_field_is_checked_and_says_what_is_wrong() {
        Map<String, Object> bad = new HashMap<>();
        bad.put("asset_number", "  ");
        bad.put("management_address", "10.0.0.300");
        bad.put("addresses", List.of("fe80::x"));
        bad.put("height_u", 0);
        bad.put("power_w", -1);
        bad.put("position_u", 3);
        bad.put("purchased_on", "2026-05-01");
        bad.put("warranty_until", "2026-04-01");
        bad.put("tags", List.of("a,b"));
        bad.put("vendor", "x".repeat(101));
        bad.put("custom", Map.of("no_such", 1));
        ServerDetails server = inventory.add(named(unique("S")));

        InvalidInput refused = catchThrowableOfType(
                InvalidInput.class,
                () -> as.user("operator", () -> servers.edit(server.id(), new Changes(bad, null, Why.unsaid()))));

        assertThat(refused.errors().stream().map(FieldError::field))
                .contains(
                        "asset_number",
                        "management_address",
                        "addresses",
                        "height_u",
                        "power_w",
                        "rack_id",
                        "warranty_until",
                        "tags",
                        "vendor",
                        "custom.no_such");
        assertThat(sentence(refused)).contains("10.0.0.300").contains("fe80::x").doesNotContain("{");
        assertThat(as.user("operator", () -> servers.get(server.id()))).isEqualTo(server);
    }

    @Test
    void an_old_version_overwrites_nothing_and_is_told_both_states() {
        ServerDetails server = inventory.add(named(unique("S")));
        as.user("admin", () -> servers.edit(server.id(), change("model", "R750")));

        StaleVersion stale = catchThrowableOfType(
                StaleVersion.class,
                () -> as.user(
                        "operator",
                        () -> servers.edit(
                                server.id(), new Changes(Map.of("model", "R760"), server.version(), Why.unsaid()))));

        assertThat(stale.current()).containsEntry("model", "R750").containsEntry("version", server.version() + 1);
        assertThat(stale.sent()).containsEntry("model", "R760");
        assertThat(as.user("viewer", () -> servers.get(server.id()).facts().model()))
                .isEqualTo("R750");
    }

    @Test
    void what_changes_nothing_leaves_version_and_log_alone() {
        ServerDetails server = inventory.add(named(unique("S")));
        ServerDetails same = as.user("operator", () -> servers.edit(server.id(), change("vendor", " ")));
        assertThat(same).isEqualTo(server);
        assertThat(as.user("viewer", () -> servers.changes(server.id(), Paging.first(10))
                        .total()))
                .isEqualTo(1);
    }

    @Test
    void a_server_in_use_that_stood_nowhere_gets_its_first_place_on_record() {
        RackDetails rack = inventory.rack();
        ServerDetails server = inventory.server(rack.id(), 5, 2, Face.BOTH);
        Map<String, Object> nowhere = new HashMap<>();
        nowhere.put("rack_id", null);
        nowhere.put("position_u", null);
        as.user("operator", () -> {
            servers.edit(server.id(), new Changes(nowhere, null, Why.unsaid()));
            servers.edit(server.id(), change("status", "active"));
            Changes first = new Changes(Map.of("rack_id", rack.id(), "position_u", 5), null, Why.unsaid());
            assertThat(servers.edit(server.id(), first).facts().positionU()).isEqualTo(5);
        });
    }

    @Test
    void what_happened_to_a_server_is_told_when_it_is_no_more() {
        ServerDetails server = inventory.server(inventory.rack().id(), 5, 2, Face.BOTH);
        as.user("operator", () -> {
            servers.delete(server.id(), new Why("sold", "T-1001"));
            AssetChange last =
                    servers.changes(server.id(), Paging.first(1)).items().get(0);
            assertThat(last.reason()).isEqualTo("sold");
        });
        as.user("viewer", () -> assertThatThrownBy(() -> servers.changes(-1, Paging.first(1)))
                .isInstanceOf(NotFound.class));
    }

    @Test
    void the_height_of_a_server_in_use_is_put_right_as_far_as_its_neighbours_let_it() {
        RackDetails rack = inventory.rack();
        ServerDetails server = inventory.server(rack.id(), 5, 2, Face.BOTH);
        ServerDetails above = inventory.server(rack.id(), 9, 1, Face.BOTH);
        as.user("operator", () -> {
            servers.edit(server.id(), change("status", "active"));
            servers.edit(server.id(), change("height_u", 4));
            assertThat(unitsOf(rack)).isEqualTo(10);
            assertThatThrownBy(() -> servers.edit(server.id(), change("height_u", 5)))
                    .isInstanceOf(UnitsTaken.class)
                    .hasMessageContaining(above.facts().assetNumber());
            assertThatThrownBy(() -> servers.edit(server.id(), change("face", "front")))
                    .isInstanceOf(MoveNeeded.class);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tags", "addresses", "custom", "room_id", "vendor"})
    void an_empty_value_finds_what_has_none(String field) {
        RackDetails rack = inventory.rack();
        ServerDetails bare = inventory.add(Inventory.named(unique("BARE")));
        ServerDetails full = inventory.server(rack.id(), 5, 2, Face.BOTH);
        String own = unique("f").toLowerCase(java.util.Locale.ROOT).replace('-', '_');
        CustomField added = as.user(
                "admin", () -> customFields.add(new CustomFieldFacts(own, "Own", FieldKind.TEXT, false, List.of())));
        as.user(
                "operator",
                () -> servers.edit(
                        full.id(),
                        new Changes(
                                Map.of(
                                        "tags",
                                        List.of("a"),
                                        "addresses",
                                        List.of("10.9.8.7"),
                                        "vendor",
                                        "V",
                                        "custom",
                                        Map.of(own, "x")),
                                null,
                                Why.unsaid())));
        AssetFilter both =
                new AssetFilter(null, Map.of(field, List.of(""), "id", List.of("" + bare.id(), "" + full.id())));
        try {
            assertThat(as.user("viewer", () -> servers.find(both, Paging.first(9)))
                            .items())
                    .extracting(ServerDetails::id)
                    .containsExactly(bare.id());
        } finally {
            as.user("admin", () -> customFields.delete(added.id()));
        }
    }

    @Test
    void a_server_in_use_does_not_change_its_place_by_the_way() {
        RackDetails rack = inventory.rack();
        ServerDetails server = inventory.server(rack.id(), 5, 2, Face.BOTH);
        as.user("operator", () -> {
            servers.edit(server.id(), change("position_u", 7));
            assertThat(unitsOf(rack)).isEqualTo(4);
            servers.edit(server.id(), change("status", "active"));
            assertThatThrownBy(() -> servers.edit(server.id(), change("position_u", 9)))
                    .isInstanceOf(MoveNeeded.class);
            Changes both = new Changes(Map.of("status", "planned", "position_u", 9), null, Why.unsaid());
            assertThatThrownBy(() -> servers.edit(server.id(), both)).isInstanceOf(MoveNeeded.class);
            Map<String, Object> gone = new HashMap<>();
            gone.put("status", "retired");
            gone.put("rack_id", null);
            gone.put("position_u", null);
            ServerDetails retired = servers.edit(server.id(), new Changes(gone, null, new Why("old", "T-1001")));
            assertThat(retired.facts().face()).isNull();
            assertThat(unitsOf(rack)).isZero();
            AssetChange last =
                    servers.changes(server.id(), Paging.first(1)).items().get(0);
            assertThat(last.reason()).isEqualTo("old");
            assertThat(last.ticket()).isEqualTo("T-1001");
            assertThat(last.actor()).isEqualTo("operator");
            assertThat(last.changes())
                    .extracting(FieldChange::field)
                    .containsExactlyInAnyOrder("status", "rack_id", "position_u", "face");
        });
    }

    @Test
    void everything_that_is_told_of_a_server_is_kept() {
        String field = "cost_" + unique("x").replaceAll("[^a-z0-9]", "");
        as.user(
                "admin",
                () -> customFields.add(new CustomFieldFacts(field, "成本中心", FieldKind.NUMBER, false, List.of())));
        RackDetails rack = inventory.rack();
        String serial = unique("SN");
        ServerFacts facts = new ServerFacts(
                unique("全"),
                serial,
                "戴尔",
                "R750",
                "数据库",
                "DBA 组",
                "核心",
                rack.id(),
                3,
                2,
                Face.REAR,
                450,
                "10.1.2.3",
                List.of("2001:db8::2", "10.9.9.9"),
                "Debian 12",
                "2× 8358",
                512,
                "8× 3.84 TB",
                LocalDate.parse("2024-02-29"),
                LocalDate.parse("2027-02-28"),
                LocalDate.parse("2027-06-30"),
                ServerStatus.ACTIVE,
                List.of("生产", "b"),
                Map.of(field, 12.5));

        ServerDetails added = inventory.add(facts);
        ServerDetails read = as.user("viewer", () -> servers.get(added.id()));

        assertThat(read.facts().custom().get(field)).hasToString("12.5");
        assertThat(read.facts())
                .usingRecursiveComparison()
                .ignoringFields("custom", "tags")
                .isEqualTo(facts);
        assertThat(read.facts().tags()).containsExactlyInAnyOrder("生产", "b");
        assertThat(read.rack()).isEqualTo(rack.facts().name());
        for (AssetFilter filter : List.of(
                AssetFilter.everything().with("custom", field + ":12.5"),
                AssetFilter.everything().with("tags", "生产").with("rack_id", "" + rack.id()),
                AssetFilter.everything()
                        .with("addresses", "2001:DB8:0::2")
                        .with("room_id", "" + rack.facts().roomId()),
                AssetFilter.everything().with("serial", serial.toLowerCase(Locale.ROOT)),
                AssetFilter.everything()
                        .with("warranty_until_from", "2027-02-28")
                        .with("warranty_until_to", "2027-02-28")
                        .with("rack_id", "" + rack.id()),
                new AssetFilter("戴尔", Map.of("rack_id", List.of("" + rack.id()))))) {
            assertThat(as.user("viewer", () -> servers.find(filter, Paging.first(5))
                            .items()))
                    .as(filter.toString())
                    .extracting(ServerDetails::id)
                    .containsExactly(added.id());
        }
    }

    @ParameterizedTest
    @CsvSource({"ROOM", "RACK", "SERVER"})
    void every_list_is_narrowed_and_sorted_by_every_field(AssetKind kind) {
        inventory.server(inventory.rack().id(), 1, 1, Face.BOTH);
        as.user("viewer", () -> ListFields.of(kind).forEach((name, field) -> {
            String value = example(name);
            find(kind, AssetFilter.everything().with(name, value), Paging.first(5));
            if (field.ranged()) {
                find(kind, AssetFilter.everything().with(name + "_from", value), Paging.first(5));
                find(kind, AssetFilter.everything().with(name + "_to", value), Paging.first(5));
            }
            if (field.attribute() != null) {
                find(kind, AssetFilter.everything().with(name, ""), Paging.first(5));
                for (String order : List.of(",asc", ",desc")) {
                    String after = find(kind, AssetFilter.everything(), new Paging(0, 1, name + order, null));
                    if (after != null) {
                        find(kind, AssetFilter.everything(), new Paging(0, 5, name + order, after));
                    }
                }
            }
        }));
    }

    @Test
    void pages_by_number_and_by_cursor_show_everything_once() {
        RackDetails rack = inventory.rack();
        List<Long> made = new ArrayList<>();
        for (int u = 1; u <= 7; u++) {
            made.add(inventory.server(rack.id(), u, 1, Face.BOTH).id());
        }
        AssetFilter filter = AssetFilter.everything().with("rack_id", "" + rack.id());
        as.user("viewer", () -> {
            for (String sort : List.of("position_u,asc", "position_u,desc", "vendor,asc", "vendor,desc")) {
                List<Long> byCursor = new ArrayList<>();
                List<Long> byNumber = new ArrayList<>();
                String after = null;
                for (int page = 0; page < 4; page++) {
                    var number = servers.find(filter, new Paging(page, 2, sort, null));
                    number.items().forEach(server -> byNumber.add(server.id()));
                    var cursor = servers.find(filter, new Paging(0, 2, sort, after));
                    cursor.items().forEach(server -> byCursor.add(server.id()));
                    after = cursor.next();
                    assertThat(number.total()).isEqualTo(7);
                }
                assertThat(after).isNull();
                assertThat(byNumber).containsExactlyInAnyOrderElementsOf(made);
                assertThat(byCursor).isEqualTo(byNumber);
            }
        });
    }

    @Test
    void a_list_costs_at_most_six_statements() {
        RackDetails rack = inventory.rack();
        for (int u = 1; u <= 5; u++) {
            ServerDetails server = inventory.server(rack.id(), u, 1, Face.BOTH);
            as.user(
                    "operator",
                    () -> servers.edit(
                            server.id(),
                            new Changes(
                                    Map.of("tags", List.of("a", "b"), "addresses", List.of("10.0.0.1", "10.0.0.2")),
                                    null,
                                    Why.unsaid())));
        }
        as.user("viewer", () -> {
            for (AssetKind kind : AssetKind.values()) {
                List<String> sent = statements.during(() -> find(kind, AssetFilter.everything(), Paging.first(3)));
                assertThat(sent).as(kind.plural()).hasSizeBetween(2, 6);
            }
        });
    }

    @Test
    void of_many_who_want_the_same_units_at_the_same_moment_one_gets_them() throws Exception {
        for (int round = 0; round < 5; round++) {
            RackDetails rack = inventory.rack();
            List<Throwable> refused = atOnce(
                    6,
                    number -> () ->
                            inventory.server(rack.id(), 10 + number % 3, 4, number % 2 == 0 ? Face.FRONT : Face.BOTH));

            assertThat(refused).hasSize(5).allSatisfy(error -> assertThat(error).isInstanceOf(UnitsTaken.class));
            assertThat(as.user("viewer", () -> racks.get(rack.id()).servers())).isEqualTo(1);
        }
    }

    @Test
    void of_a_server_and_a_reservation_at_the_same_moment_one_gets_the_units() throws Exception {
        for (int round = 0; round < 5; round++) {
            RackDetails rack = inventory.rack();
            ReservationFacts wanted = new ReservationFacts(11, 2, Face.FRONT, null, "net", null, null);
            List<Throwable> refused = atOnce(
                    4,
                    number -> () -> number % 2 == 0
                            ? inventory.server(rack.id(), 10, 2, Face.BOTH)
                            : as.user("operator", () -> reservations.add(rack.id(), wanted)));

            assertThat(refused).hasSize(3).allSatisfy(error -> assertThat(error).isInstanceOf(UnitsTaken.class));
        }
    }

    @Test
    void a_rack_is_not_made_lower_than_its_highest_server_and_what_stands_there_is_told() {
        RackDetails rack = inventory.rack();
        inventory.server(rack.id(), 41, 2, Face.REAR);
        as.user("operator", () -> {
            assertThatThrownBy(() -> racks.edit(rack.id(), change("height_u", 41)))
                    .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(sentence(refused))
                            .contains("42"));
            assertThat(racks.edit(rack.id(), change("height_u", 48)).facts().heightU())
                    .isEqualTo(48);
        });
    }

    @Test
    void of_many_who_would_exceed_the_power_together_only_those_succeed_whom_it_suffices_for() throws Exception {
        RackDetails rack = inventory.rack(inventory.room().id(), 42, 1000);
        List<Throwable> refused =
                atOnce(6, number -> () -> inventory.add(in(unique("S"), rack.id(), 1 + number, 1, Face.BOTH, 400)));

        assertThat(refused).hasSize(4).allSatisfy(error -> assertThat(error).isInstanceOf(PowerExceeded.class));
    }

    @Test
    void of_many_who_record_the_same_serial_one_succeeds_and_the_others_are_told() throws Exception {
        String serial = unique("SN");
        List<Throwable> refused = atOnce(6, number -> () -> {
            ServerDetails server = inventory.add(named(unique("S")));
            return as.user("operator", () -> servers.edit(server.id(), change("serial", serial)));
        });

        assertThat(refused).hasSize(5).allMatch(error -> error instanceof AlreadyRecorded || Fault.isConflict(error));
    }

    @Test
    void the_table_itself_refuses_a_unit_that_is_taken() {
        RackDetails rack = inventory.rack();
        inventory.server(rack.id(), 1, 1, Face.BOTH);

        assertThatThrownBy(() -> sql.update(
                        "insert into asset_rack_unit (rack_id, face, unit, server_id) values (?, 'rear', 1, 0)",
                        rack.id()))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void an_edit_and_a_deletion_at_the_same_moment_leave_no_orphans() throws Exception {
        RackDetails rack = inventory.rack();
        atOnce(4, number -> () -> {
            if (number % 2 == 0) {
                return inventory.server(rack.id(), 1 + number, 1, Face.BOTH);
            }
            as.user("operator", () -> racks.delete(rack.id(), Why.unsaid()));
            return "";
        });

        assertThat(sql.queryForObject(
                        "select count(*) from asset_rack_unit u where u.server_id is not null and not exists"
                                + " (select 1 from asset_server s where s.id = u.server_id)",
                        Long.class))
                .isZero();
    }

    private List<Throwable> atOnce(int many, java.util.function.IntFunction<Callable<?>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(many);
        CyclicBarrier start = new CyclicBarrier(many);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                Callable<?> one = work.apply(i);
                running.add(threads.submit(() -> {
                    start.await();
                    return one.call();
                }));
            }
            List<Throwable> failures = new ArrayList<>();
            for (Future<?> future : running) {
                try {
                    future.get();
                } catch (java.util.concurrent.ExecutionException failed) {
                    failures.add(failed.getCause());
                }
            }
            return failures;
        } finally {
            threads.shutdownNow();
        }
    }

    private @org.jspecify.annotations.Nullable String find(AssetKind kind, AssetFilter filter, Paging paging) {
        return switch (kind) {
            case ROOM -> rooms.find(filter, paging).next();
            case RACK -> racks.find(filter, paging).next();
            case SERVER -> servers.find(filter, paging).next();
        };
    }

    private static String example(String field) {
        return switch (field) {
            case "status" -> "active";
            case "face" -> "front";
            case "purchased_on", "warranty_until", "lease_until" -> "2026-01-01";
            case "created_at", "updated_at" -> "2026-01-01T00:00:00Z";
            case "area_m2", "power_kw" -> "1.5";
            case "custom" -> "a:b";
            default -> "1";
        };
    }

    private List<String> errors(ServerFacts facts) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> inventory.add(facts));
        return refused.errors().stream()
                .map(error -> error.field() + " " + error.code())
                .toList();
    }

    private int unitsOf(RackDetails rack) {
        Integer units =
                sql.queryForObject("select count(*) from asset_rack_unit where rack_id = ?", Integer.class, rack.id());
        return units == null ? -1 : units;
    }

    private String sentence(DomainError error) {
        return texts.of(Locale.SIMPLIFIED_CHINESE, error);
    }
}
