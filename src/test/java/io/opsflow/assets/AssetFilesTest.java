package io.opsflow.assets;

import static io.opsflow.assets.Inventory.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.opsflow.assets.TableFiles.Format;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.Paging;
import io.opsflow.longwork.LongWork;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

@OpsFlowTest
class AssetFilesTest {

    private static final Charset GBK = Charset.forName("GBK");

    @Autowired
    AssetFiles files;

    @Autowired
    AssetImports imports;

    @Autowired
    Rooms rooms;

    @Autowired
    Racks racks;

    @Autowired
    Servers servers;

    @Autowired
    As as;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    TransactionTemplate transaction;

    private Inventory inventory;
    private RackDetails rack;
    private String number;

    @BeforeEach
    void inventory() {
        inventory = new Inventory(rooms, racks, servers, as);
        rack = inventory.rack();
        number = unique("IMP");
    }

    @Test
    void a_gbk_file_with_chinese_headings_is_recorded_and_its_bad_rows_are_told_in_words() {
        String csv = "资产编号,厂商,机柜,起始 U 位,高度（U）,状态,采购日期,管理地址,标签\r\n"
                + number + "-1,浪潮," + rack.facts().name() + ",1,2,运行中,2024/3/1,10.0.0.1,生产;核心\r\n"
                + number + "-2,浪潮," + rack.facts().name() + ",2,1,运行中,2024年3月1日,10.0.0.2,\r\n"
                + number + "-3,浪潮," + rack.facts().name() + ",43,1,运行中,,10.0.0.3,\r\n"
                + number + "-4,浪潮,没有的机柜,3,1,运行中,3/4/2024,10.0.0.400,\r\n"
                + number + "-5,戴尔," + rack.facts().name() + ",3,1,库存,20240301,2001:DB8::5,\r\n"
                + number + "-5,戴尔,,,,,,,\r\n";

        ImportResult tried = read(csv.getBytes(GBK), AssetKind.SERVER, true, true);
        assertThat(found()).isEmpty();
        ImportResult refused = read(csv.getBytes(GBK), AssetKind.SERVER, false, false);
        assertThat(found()).isEmpty();
        ImportResult done = read(csv.getBytes(GBK), AssetKind.SERVER, false, true);

        assertThat(tried).isEqualTo(done);
        assertThat(refused.errors()).isEqualTo(done.errors());
        assertThat(refused.created()).isZero();
        assertThat(done.rows()).isEqualTo(6);
        assertThat(done.created()).isEqualTo(2);
        assertThat(done.errors()).extracting(ImportResult.RowError::row).containsExactlyInAnyOrder(3, 4, 5, 7);
        assertThat(done.errors())
                .anySatisfy(error ->
                        assertThat(error.message()).contains(number + "-1").contains("U1–U2"))
                .anySatisfy(error -> assertThat(error.message()).contains("42 U"))
                .anySatisfy(error -> assertThat(error.message()).contains("日期"))
                .anySatisfy(error -> assertThat(error.message()).contains("第 6 行"))
                .allSatisfy(error -> assertThat(error.message()).doesNotContain("{"));
        assertThat(found()).extracting(server -> server.facts().vendor()).containsExactly("浪潮", "戴尔");
        ServerFacts first = found().get(0).facts();
        assertThat(first.status()).isEqualTo(ServerStatus.ACTIVE);
        assertThat(first.purchasedOn()).hasToString("2024-03-01");
        assertThat(first.tags()).containsExactlyInAnyOrder("生产", "核心");
        assertThat(units()).isEqualTo(6);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void a_round_trip_changes_nothing_and_an_edited_file_changes_what_was_edited(Format format) {
        ServerDetails server = inventory.server(rack.id(), 5, 2, Face.REAR);
        as.user(
                "operator",
                () -> servers.edit(
                        server.id(),
                        new Changes(
                                Map.of(
                                        "vendor",
                                        "=1+1",
                                        "model",
                                        "a,\"b\"",
                                        "owner",
                                        "+86",
                                        "tags",
                                        List.of("x", "y"),
                                        "addresses",
                                        List.of("10.0.0.1", "2001:db8::1"),
                                        "warranty_until",
                                        "2027-01-31"),
                                null,
                                Why.unsaid())));
        ServerDetails before = as.user("viewer", () -> servers.get(server.id()));
        byte[] file = as.user(
                "viewer",
                () -> files.write(
                        AssetKind.SERVER, format, AssetFilter.everything().with("rack_id", "" + rack.id())));

        assertThat(read(file, AssetKind.SERVER, false, false)).isEqualTo(new ImportResult(1, 0, 0, 0, List.of()));
        assertThat(as.user("viewer", () -> servers.get(server.id()))).isEqualTo(before);

        String edit = "asset_number,position_u,os\n" + server.facts().assetNumber() + ",9,Debian\n";
        assertThat(read(edit.getBytes(StandardCharsets.UTF_8), AssetKind.SERVER, false, false))
                .isEqualTo(new ImportResult(1, 0, 1, 0, List.of()));
        ServerFacts after = as.user("viewer", () -> servers.get(server.id())).facts();
        assertThat(after.positionU()).isEqualTo(9);
        assertThat(after.vendor()).isEqualTo("=1+1");
        assertThat(units()).isEqualTo(2);
        assertThat(as.user("viewer", () -> servers.changes(server.id(), Paging.first(1)))
                        .items()
                        .get(0)
                        .action())
                .isEqualTo("import");
    }

    @Test
    void rooms_and_racks_come_from_files_too() {
        String code = unique("GZ");
        byte[] roomFile = ("name,code,area_m2\n广州," + code + ",\"1,200.5\"\n,x\n").getBytes(StandardCharsets.UTF_8);
        ImportResult inRooms = read(roomFile, AssetKind.ROOM, false, true);
        assertThat(inRooms.created()).isEqualTo(1);
        assertThat(inRooms.errors()).singleElement().satisfies(error -> assertThat(error.field())
                .isEqualTo("name"));
        byte[] rackFile = ("名称,机房,高度（U）\nA1," + code.toLowerCase(Locale.ROOT) + ",47\nA1," + code + ",48\nA2,无,1\n")
                .getBytes(StandardCharsets.UTF_8);
        ImportResult inRacks = read(rackFile, AssetKind.RACK, false, true);
        assertThat(inRacks.created()).isEqualTo(1);
        assertThat(inRacks.updated()).isEqualTo(1);
        assertThat(inRacks.errors()).singleElement().satisfies(error -> assertThat(error.row())
                .isEqualTo(4));
        for (AssetKind kind : List.of(AssetKind.ROOM, AssetKind.RACK)) {
            byte[] again = as.user("viewer", () -> files.write(kind, Format.XLSX, new AssetFilter(code, Map.of())));
            ImportResult result = read(again, kind, false, false);
            assertThat(result.errors()).isEmpty();
            assertThat(result.updated()).isZero();
        }
    }

    @Test
    void a_server_is_known_by_its_serial_where_its_number_is_not_told() {
        ServerDetails server = inventory.add(Inventory.named(unique("S")));
        String serial = unique("SN");
        as.user("operator", () -> servers.edit(server.id(), Inventory.change("serial", serial)));
        byte[] file = ("serial,model\n" + serial.toLowerCase(Locale.ROOT) + ",R1\n").getBytes(StandardCharsets.UTF_8);

        assertThat(read(file, AssetKind.SERVER, false, false).updated()).isEqualTo(1);

        ServerFacts facts = as.user("viewer", () -> servers.get(server.id())).facts();
        assertThat(facts.model()).isEqualTo("R1");
        assertThat(facts.assetNumber()).isEqualTo(server.facts().assetNumber());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "colour\nred\n", "os,os\na,b\n"})
    void a_file_without_usable_columns_is_refused(String csv) {
        InvalidInput refused = catchThrowableOfType(
                InvalidInput.class, () -> read(csv.getBytes(StandardCharsets.UTF_8), AssetKind.SERVER, false, false));
        assertThat(refused.errors().get(0).field()).isEqualTo("file");
    }

    @Test
    void more_than_anybody_has_is_refused_while_it_is_sent() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                java.util.Arrays.fill(buffer, offset, offset + length, (byte) 'a');
                return length;
            }
        };
        assertThatThrownBy(() -> as.user(
                        "operator",
                        () -> files.read(
                                new ImportOrder(AssetKind.SERVER, true, false, null, Locale.ENGLISH), endless)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("file-too-large");
    }

    @Test
    void viewers_export_and_do_not_import() {
        byte[] template = as.user("viewer", () -> files.template(AssetKind.SERVER, Format.CSV));
        assertThat(new String(template, StandardCharsets.UTF_8)).contains("asset_number,serial");
        assertThatThrownBy(() -> as.user(
                        "viewer",
                        () -> files.read(
                                new ImportOrder(AssetKind.SERVER, true, false, null, Locale.ENGLISH),
                                new ByteArrayInputStream(template))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void five_hundred_servers_take_few_seconds_and_bad_rows_leave_the_others_alone() {
        long room = rack.facts().roomId();
        StringBuilder csv = new StringBuilder("asset_number,room,rack,position_u,height_u,serial,power_w\n");
        String roomCode = as.user("viewer", () -> rooms.get(room).facts().code());
        for (int r = 0; r < 12; r++) {
            RackDetails one = inventory.rack(room, 42, null);
            for (int u = 1; u <= 42; u++) {
                csv.append("%s-%d-%d,%s,%s,%d,1,%s-%d-%d,100\n"
                        .formatted(number, r, u, roomCode, one.facts().name(), u, number, r, u));
            }
        }
        csv.append(number).append("-x,").append(roomCode).append(",nowhere,1,1,,\n");
        ImportResult result = read(csv.toString().getBytes(StandardCharsets.UTF_8), AssetKind.SERVER, false, true);
        assertThat(result.created()).isEqualTo(504);
        assertThat(result.errors()).hasSize(1);
        assertThat(sql.queryForObject(
                        "select count(*) from asset_rack_unit u join asset_rack r on r.id = u.rack_id where r.room_id"
                                + " = ?",
                        Integer.class,
                        room))
                .isEqualTo(1008);
    }

    @Test
    void an_import_goes_on_behind_ones_back_and_its_result_is_found_again() {
        String csv = "资产编号,厂商\n" + number + "-1,浪潮\n" + number + "-2,\n" + ",x\n";
        ImportRun tried = begin(csv, true);
        assertThat(tried.result()).isNotNull().satisfies(result -> {
            assertThat(result.rows()).isEqualTo(3);
            assertThat(result.created()).isEqualTo(2);
            assertThat(result.errors()).singleElement().satisfies(error -> assertThat(error.row())
                    .isEqualTo(4));
        });
        assertThat(tried.total()).isEqualTo(3);
        assertThat(found()).isEmpty();
        assertThat(new String(
                        as.user("operator", () -> imports.errors(tried.id(), Locale.ENGLISH)), StandardCharsets.UTF_8))
                .contains("Row,Field,What is wrong")
                .contains("4,asset_number");

        ImportRun refused = ended(as.user("operator", () -> imports.repeat(tried.id(), false, false, Locale.ENGLISH)));
        assertThat(refused.result()).isNotNull().satisfies(result -> assertThat(result.created())
                .isZero());
        assertThat(found()).isEmpty();

        ImportRun done = ended(as.user("operator", () -> imports.repeat(tried.id(), false, true, Locale.ENGLISH)));
        assertThat(done.phase()).isEqualTo(LongWork.Phase.DONE);
        assertThat(done.kept()).isFalse();
        assertThat(found()).hasSize(2);
        assertThat(as.user("operator", () -> imports.latest())).contains(done);
        assertThatThrownBy(() -> as.user("admin", () -> imports.get(done.id()))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as.user("operator", () -> imports.repeat(tried.id(), false, true, Locale.ENGLISH)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("file-gone");
    }

    @Test
    void an_edit_and_an_import_wait_for_one_another_and_none_is_lost() {
        ServerDetails server = inventory.add(Inventory.named(number + "-held"));
        StringBuilder csv = new StringBuilder("asset_number,rack,position_u,vendor\n");
        csv.append("%s-0,%s,1,\n".formatted(number, rack.facts().name()));
        IntStream.rangeClosed(1, 250).forEach(row -> csv.append("%s-%d,,,\n".formatted(number, row)));
        csv.append("%s-held,%s,20,浪潮\n".formatted(number, rack.facts().name()));

        ImportRun run = transaction.execute(status -> {
            edit(server, Map.of("os", "Debian"));
            ImportRun begun = CompletableFuture.supplyAsync(() -> start(csv.toString(), false))
                    .join();
            // By then it has come as far as it can while somebody has the server in hand.
            await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
            edit(server, Map.of("rack_id", rack.id(), "position_u", 20));
            return begun;
        });

        assertThat(ended(run).result()).satisfies(result -> {
            assertThat(result.errors()).isEmpty();
            assertThat(result.created()).isEqualTo(251);
        });
        ServerFacts both = as.user("viewer", () -> servers.get(server.id()).facts());
        assertThat(both.os()).isEqualTo("Debian");
        assertThat(both.vendor()).isEqualTo("浪潮");
    }

    @Test
    void an_import_that_cannot_be_read_says_why() {
        ImportRun run = begin("colour\nred\n", true);
        assertThat(run.phase()).isEqualTo(LongWork.Phase.FAILED);
        assertThat(run.problem()).contains("colour").contains("asset_number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026/11/21",
                "2026-11-21",
                "2026.11.21",
                "2026年11月21日",
                "21.11.2026",
                "20261121",
                "46347",
                "2026-11-21 00:00:00"
            })
    void days_are_read_as_they_are_written_here_and_there(String day) {
        String csv = "asset_number,purchased_on\n" + number + "," + day + "\n";
        assertThat(read(csv.getBytes(StandardCharsets.UTF_8), AssetKind.SERVER, false, false)
                        .errors())
                .isEmpty();
        assertThat(found().get(0).facts().purchasedOn()).hasToString("2026-11-21");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3/4/2024", "2026-02-30", "yesterday", "=TODAY()", "99999999"})
    void days_that_are_none_are_refused(String day) {
        String csv = "asset_number,purchased_on\n" + number + ",\"" + day + "\"\n";
        assertThat(read(csv.getBytes(StandardCharsets.UTF_8), AssetKind.SERVER, false, false)
                        .errors())
                .singleElement()
                .satisfies(error -> assertThat(error.field()).isEqualTo("purchased_on"));
    }

    private ImportRun begin(String csv, boolean dryRun) {
        return ended(start(csv, dryRun));
    }

    private ImportRun start(String csv, boolean dryRun) {
        return as.user(
                "operator",
                () -> imports.begin(
                        new ImportOrder(AssetKind.SERVER, dryRun, true, null, Locale.ENGLISH),
                        "machines.csv",
                        new ByteArrayInputStream(csv.getBytes(GBK))));
    }

    private void edit(ServerDetails server, Map<String, ?> fields) {
        as.user("operator", () -> servers.edit(server.id(), new Changes(new HashMap<>(fields), null, Why.unsaid())));
    }

    private ImportRun ended(ImportRun run) {
        await().until(() -> as.user("operator", () -> imports.get(run.id())).phase() != LongWork.Phase.RUNNING);
        return as.user("operator", () -> imports.get(run.id()));
    }

    private ImportResult read(byte[] file, AssetKind kind, boolean dryRun, boolean skipBad) {
        return as.user(
                "operator",
                () -> files.read(
                        new ImportOrder(kind, dryRun, skipBad, null, Locale.SIMPLIFIED_CHINESE),
                        new ByteArrayInputStream(file)));
    }

    private List<ServerDetails> found() {
        return as.user("viewer", () -> servers.find(new AssetFilter(number, Map.of()), Paging.first(20)))
                .items();
    }

    private int units() {
        Integer units =
                sql.queryForObject("select count(*) from asset_rack_unit where rack_id = ?", Integer.class, rack.id());
        return units == null ? -1 : units;
    }
}
