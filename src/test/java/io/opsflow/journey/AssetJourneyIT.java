package io.opsflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.opsflow.assets.Photos;
import io.opsflow.testing.Lab;
import io.opsflow.testing.RunningProduct;
import io.opsflow.testing.Visitor;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A new machine room: racks, servers from a spreadsheet, and one that moves while it is in use, from a phone. */
@Lab("OPSFLOW_LAB_CHROMIUM")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssetJourneyIT {

    private static final int RACKS = 13;
    private static final int IN_A_RACK = 40;
    private static final int ROWS = 500;
    private static final int BAD = 3;

    private static final int SCAN = 0;
    private static final int PLACE = 1;

    /** So high is a window that shows all units of a rack, as dragging with the mouse wants. */
    private static final int WHOLE_RACK = 1400;

    private final Playwright playwright = Visitor.playwright();
    private final Browser browser = Visitor.browser(playwright);
    private final RunningProduct product;

    AssetJourneyIT(@TempDir Path folder) {
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        product = new RunningProduct(folder, Map.of("OPSFLOW_DEMO_DATA", "false"));
    }

    @AfterAll
    void end() {
        browser.close();
        playwright.close();
        product.close();
    }

    @Test
    void a_room_is_filled_from_a_file_and_a_server_in_use_moves_by_a_process() {
        try (Visitor operator = visitor("operator", 1440);
                Visitor owner = visitor("admin", 360);
                Visitor onSite = visitor("operator", 360)) {
            addRoom(operator);
            addRacks(operator);
            importServers(operator);

            operator.page().setViewportSize(1440, WHOLE_RACK);
            operator.open("/racks/" + rack("J01"));
            assertThat(operator.page().locator("svg.rack[data-face=front] .slot"))
                    .hasCount(IN_A_RACK - 1);
            operator.picture("asset-4-rack");
            drag(operator, "SH-0002", 41);
            assertThat(operator.page().locator("body")).containsText("SH-0002 已移至");
            drag(operator, "SH-0001", 42);
            assertThat(dialog(operator)).containsText("SH-0001");
            operator.picture("asset-5-reason");
            fill(operator, "原因", "更换上联交换机");
            dialog(operator).getByText("保存").click();
            String key = asked(operator);
            assertThat(server("SH-0001").path("position_u").asInt()).isEqualTo(1);

            work(owner, key);
            check(owner, "同意");
            owner.picture("asset-6-approve");
            submit(owner);
            work(onSite, key);
            onSite.picture("asset-7-a");
            work(operator, key);
            carryOut(onSite, server("SH-0001").path("id").asLong());
            // Who watches from a desk sees it too.
            assertThat(onSite(operator)).containsText("标签已核对");
            onSite.picture("asset-7-on-site");
            submit(onSite);
            assertThat(server("SH-0001").path("position_u").asInt()).isEqualTo(1);
            work(onSite, key);
            check(onSite, "是，迁移完成");
            submit(onSite);

            operator.open("/racks/" + rack("J01"));
            assertThat(slot(operator, "SH-0001")).hasAttribute("data-u", "42");
            operator.picture("asset-8-moved");
            assertThat(server("SH-0001").path("position_u").asInt()).isEqualTo(42);
        }
    }

    private Visitor visitor(String user, int width) {
        return new Visitor(browser, product.url(), "zh-CN", width, ColorScheme.LIGHT).signIn(user);
    }

    private static void addRoom(Visitor operator) {
        operator.open("/rooms");
        operator.button("添加机房").click();
        fill(operator, "名称", "上海金桥机房");
        fill(operator, "编码", "SH-JQ");
        fill(operator, "负责人", "admin");
        dialog(operator).getByText("保存").click();
        operator.page().getByText("上海金桥机房").first().click();
        operator.page().waitForURL(Pattern.compile(".*/rooms/\\d+"));
    }

    private void addRacks(Visitor operator) {
        operator.button("添加机柜").click();
        fill(operator, "名称", "J01");
        fill(operator, "列", "J");
        dialog(operator).getByText("保存").click();
        assertThat(operator.page().locator("svg.rack")).isVisible();
        operator.picture("asset-1-room");
        for (int rack = 2; rack <= RACKS; rack++) {
            Map<String, Object> facts = new HashMap<>();
            facts.put("name", "J%02d".formatted(rack));
            facts.put("room_id", roomId());
            facts.put("height_u", 42);
            facts.put("status", "active");
            product.call("operator", "POST", "/racks", facts).ok();
        }
    }

    private void importServers(Visitor operator) {
        operator.open("/assets/import");
        operator.page()
                .locator("vaadin-upload input[type=file]")
                .setInputFiles(
                        new FilePayload("服务器清单.csv", "text/csv", spreadsheet().getBytes(Charset.forName("GBK"))));
        Locator errors = operator.page().locator(".asset-import-state table tbody tr");
        assertThat(errors).hasCount(BAD);
        assertThat(errors.first()).containsText("21");
        operator.picture("asset-2-tried");
        assertThat(servers()).isZero();
        operator.page().locator(".asset-import-next vaadin-radio-button").last().click();
        operator.page().locator(".asset-import-next vaadin-button").click();
        assertThat(operator.page().locator(".asset-import-next")).hasCount(0);
        assertThat(operator.page().locator(".asset-import-state"))
                .containsText(Pattern.compile("导入.*" + (ROWS - BAD), Pattern.DOTALL));
        operator.picture("asset-3-imported");
        assertThat(servers()).isEqualTo(ROWS - BAD);
    }

    /** Row 21 of the sheet stands outside its rack, 221 has a day that no calendar knows, 421 a rack that nobody has. */
    private static String spreadsheet() {
        StringBuilder csv = new StringBuilder("资产编号,厂商,型号,用途,机房,机柜,起始 U 位,高度（U）,安装面,功耗（W）,保修截止,状态\r\n");
        for (int i = 1; i <= ROWS; i++) {
            boolean bad = i % 200 == 20;
            csv.append("SH-%04d,浪潮,NF5280,%s,SH-JQ,%s,%d,1,全深,120,%s,%s\r\n"
                    .formatted(
                            i,
                            i % 3 == 0 ? "数据库" : "应用服务器",
                            bad && i == 420 ? "J99" : "J%02d".formatted(1 + (i - 1) / IN_A_RACK),
                            bad && i == 20 ? 50 : 1 + (i - 1) % IN_A_RACK,
                            bad && i == 220 ? "2027年2月30日" : "2027/6/30",
                            i == 2 ? "库存" : "运行中"));
        }
        return csv.toString();
    }

    private static void drag(Visitor visitor, String assetNumber, int toU) {
        Locator taken = slot(visitor, assetNumber);
        Locator free = visitor.page().locator("svg.rack[data-face=front] .free[data-u='" + toU + "']");
        taken.scrollIntoViewIfNeeded();
        BoundingBox from = taken.boundingBox();
        BoundingBox to = free.boundingBox();
        visitor.page().mouse().move(from.x + from.width / 2, from.y + from.height / 2);
        visitor.page().mouse().down();
        visitor.page().mouse().move(to.x + to.width / 2, to.y + to.height + 8);
        visitor.page().mouse().move(to.x + to.width / 2, to.y + to.height / 2);
        visitor.page().mouse().up();
    }

    private static Locator slot(Visitor visitor, String assetNumber) {
        return visitor.page()
                .locator("svg.rack[data-face=front] .slot.server")
                .filter(new Locator.FilterOptions().setHasText(assetNumber))
                .first();
    }

    /** The move's key, as the page tells whoever has asked for it. */
    private static String asked(Visitor visitor) {
        Locator told = visitor.page().getByText("迁移已提交审批").first();
        assertThat(told).isVisible();
        Matcher key = Pattern.compile("M-\\d+").matcher(told.innerText());
        assertThat(key.find()).isTrue();
        return key.group();
    }

    private static void work(Visitor visitor, String key) {
        visitor.open("/inbox?view=all&q=" + key);
        visitor.page().getByText(key).first().click();
        assertThat(visitor.page().locator("ops-form form")).isVisible();
    }

    /** Scans the label, photographs the new place, and ticks what the form asks for. */
    private void carryOut(Visitor visitor, long server) {
        byte[] label = Photos.label(product.file("operator", "/assets/labels?paper=62x29&id=" + server));
        // Between racks of steel a phone is without a network now and then.
        visitor.page().route("**/VAADIN/dynamic/**", Route::abort, new Page.RouteOptions().setTimes(1));
        photograph(visitor, SCAN, label);
        assertThat(onSite(visitor)).containsText("处理未成功");
        photograph(visitor, SCAN, label);
        assertThat(onSite(visitor)).containsText("标签已核对");
        photograph(visitor, PLACE, Photos.jpeg(1200, 900));
        assertThat(visitor.page().locator(".file-list img")).hasCount(1);
        Locator ticks = visitor.page().locator("ops-form input[type=checkbox]");
        for (int tick = 0; tick < ticks.count(); tick++) {
            ticks.nth(tick).check();
        }
    }

    /** The card with the camera: what it says when it fails is short enough to be read. */
    private static Locator onSite(Visitor visitor) {
        return visitor.page()
                .locator(".ops-card")
                .filter(new Locator.FilterOptions().setHas(visitor.page().locator(".move-buttons")));
    }

    private static void photograph(Visitor visitor, int button, byte[] picture) {
        visitor.page()
                .locator(".move-buttons input[type=file]")
                .nth(button)
                .setInputFiles(new FilePayload("photo.jpg", "image/jpeg", picture));
    }

    private static void submit(Visitor visitor) {
        visitor.page()
                .locator("vaadin-button[theme~=primary]")
                .filter(new Locator.FilterOptions().setHasText("提交"))
                .first()
                .click();
        assertThat(visitor.page().locator("ops-form form")).isHidden();
    }

    private static void check(Visitor visitor, String label) {
        visitor.page()
                .locator("ops-form")
                .getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .check();
    }

    private static Locator dialog(Visitor visitor) {
        return visitor.page().locator("vaadin-dialog-overlay");
    }

    private static void fill(Visitor visitor, String label, String text) {
        dialog(visitor)
                .locator("vaadin-text-field, vaadin-text-area")
                .filter(new Locator.FilterOptions()
                        .setHas(visitor.page().getByText(label, new Page.GetByTextOptions().setExact(true))))
                .locator("input, textarea")
                .fill(text);
    }

    private int servers() {
        return list("/servers?size=1").path("total").asInt();
    }

    private JsonNode server(String assetNumber) {
        return list("/servers?asset_number=" + assetNumber).path("items").path(0);
    }

    private long rack(String name) {
        return list("/racks?name=" + name).path("items").path(0).path("id").asLong();
    }

    private long roomId() {
        return list("/rooms").path("items").path(0).path("id").asLong();
    }

    private JsonNode list(String path) {
        return product.call("operator", "GET", path, null).ok();
    }
}
