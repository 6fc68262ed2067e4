package io.opsflow.assets;

import static io.opsflow.assets.Inventory.change;
import static io.opsflow.assets.Inventory.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.MovableClock;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.SqlCount;
import java.io.StringReader;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

@OpsFlowTest
class ElevationsTest {

    @Autowired
    Rooms rooms;

    @Autowired
    Racks racks;

    @Autowired
    Servers servers;

    @Autowired
    Reservations reservations;

    @Autowired
    Elevations elevations;

    @Autowired
    As as;

    @Autowired
    MovableClock clock;

    @Autowired
    SqlCount statements;

    private Inventory inventory;

    @BeforeEach
    void inventory() {
        inventory = new Inventory(rooms, racks, servers, as);
    }

    @AfterEach
    void time() {
        clock.reset();
    }

    @Test
    void a_drawing_shows_each_server_once_at_its_units_in_the_colour_of_its_status() throws Exception {
        RackDetails rack = inventory.rack();
        ServerDetails front = inventory.server(rack.id(), 1, 2, Face.FRONT);
        ServerDetails rear = inventory.server(rack.id(), 1, 1, Face.REAR);
        ServerDetails deep = inventory.server(rack.id(), 40, 3, Face.BOTH);
        as.user("operator", () -> servers.edit(deep.id(), change("status", "failed")));

        List<Element> seen = slots(draw(rack.id(), Face.FRONT));

        assertThat(seen.stream().map(slot -> slot.getAttribute("data-id")))
                .containsExactly("" + front.id(), "" + deep.id());
        Element failed = seen.get(1);
        assertThat(failed.getAttribute("class")).isEqualTo("slot server status-failed");
        assertThat(failed.getAttribute("aria-label"))
                .contains(deep.facts().assetNumber())
                .contains("U40–U42")
                .contains("故障");
        Element box = (Element) failed.getElementsByTagName("rect").item(0);
        assertThat(box.getAttribute("y")).isEqualTo("44.5"); // U42 is at the top
        assertThat(box.getAttribute("height")).isEqualTo("58");
        assertThat(slots(draw(rack.id(), Face.REAR)).stream().map(slot -> slot.getAttribute("data-id")))
                .containsExactly("" + rear.id(), "" + deep.id());
        assertThat(all(draw(rack.id(), Face.FRONT), "rect", "free")).hasSize(42 - 5);
        assertThat(all(draw(rack.id(), Face.FRONT), "text", "u")).hasSize(2 * 42);
    }

    @Test
    void whatever_names_contain_stays_text() throws Exception {
        RackDetails rack = inventory.rack();
        String hostile = "</text><script>alert(1)</script>" + unique("");
        ServerDetails server =
                inventory.add(Inventory.in("x\" onload='y' & <b>" + unique(""), rack.id(), 1, 1, Face.BOTH, 1));
        as.user("operator", () -> servers.edit(server.id(), change("model", hostile)));

        Document drawn = draw(rack.id(), Face.FRONT);

        assertThat(drawn.getElementsByTagName("script").getLength()).isZero();
        assertThat(slots(drawn).get(0).getAttribute("aria-label"))
                .contains(hostile)
                .contains("onload='y' & <b>");
        assertThat(slots(drawn).get(0).hasAttribute("onload")).isFalse();
    }

    @Test
    void whatever_racks_and_reservations_are_called_stays_text() throws Exception {
        String hostile = "<img src=x onerror=alert(1)>\"'&" + unique("");
        RackDetails rack = inventory.rack();
        as.user("operator", () -> {
            rooms.edit(rack.facts().roomId(), change("name", hostile));
            racks.edit(rack.id(), change("name", hostile));
            return reservations.add(
                    rack.id(), new ReservationFacts(10, 4, Face.BOTH, null, hostile, null, "<script>x</script>"));
        });

        Document drawn = draw(rack.id(), Face.FRONT);

        assertThat(drawn.getElementsByTagName("img").getLength()).isZero();
        assertThat(drawn.getElementsByTagName("script").getLength()).isZero();
        assertThat(drawn.getDocumentElement().getTextContent()).contains("onerror=alert(1)");
    }

    @Test
    void reserved_units_are_nobody_elses_until_their_day_is_over() {
        RackDetails rack = inventory.rack();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        ReservationFacts facts = new ReservationFacts(10, 4, Face.BOTH, null, "采购", today, "新机器");
        Reservation kept = as.user("operator", () -> reservations.add(rack.id(), facts));

        assertThatThrownBy(() -> inventory.server(rack.id(), 12, 1, Face.REAR))
                .isInstanceOf(UnitsTaken.class)
                .hasMessageContaining("采购");
        as.user("operator", () -> {
            assertThatThrownBy(() -> reservations.add(rack.id(), facts)).isInstanceOf(UnitsTaken.class);
            assertThatThrownBy(() -> reservations.add(
                            rack.id(), new ReservationFacts(1, 1, Face.BOTH, null, "x", today.minusDays(1), null)))
                    .isInstanceOf(InvalidInput.class);
            assertThat(reservations.of(rack.id())).containsExactly(kept);
            assertThat(elevations.of(rack.id(), Face.FRONT).slots())
                    .extracting(Elevation.Slot::kind)
                    .containsExactly(Occupant.Kind.RESERVATION);
        });

        clock.moveTo(clock.instant().plus(Duration.ofDays(1)));

        as.user("viewer", () -> {
            assertThat(reservations.of(rack.id())).isEmpty();
            assertThat(elevations.of(rack.id(), Face.FRONT).slots()).isEmpty();
        });
        inventory.server(rack.id(), 12, 1, Face.REAR);
        as.user("operator", () -> racks.changes(rack.id(), io.opsflow.kernel.Paging.first(5)).items().stream()
                .map(AssetChange::action)
                .forEach(action -> assertThat(action).isIn("add", "reserve")));
    }

    @Test
    void released_units_are_free() {
        RackDetails rack = inventory.rack();
        as.user("operator", () -> {
            Reservation kept =
                    reservations.add(rack.id(), new ReservationFacts(10, 4, Face.BOTH, null, "采购", null, null));
            assertThatThrownBy(() -> racks.delete(rack.id(), Why.unsaid())).isInstanceOf(AssetInUse.class);
            reservations.delete(rack.id(), kept.id());
            assertThat(racks.get(rack.id()).usedU()).isZero();
        });
        inventory.server(rack.id(), 10, 1, Face.BOTH);
    }

    @Test
    void free_space_is_found_in_racks_in_use_of_the_room_that_have_the_power() {
        long room = inventory.room().id();
        RackDetails full = inventory.rack(room, 4, null);
        inventory.server(full.id(), 2, 1, Face.BOTH);
        RackDetails weak = inventory.rack(room, 42, 500);
        RackDetails good = inventory.rack(room, 9, 5000);
        RackDetails retired = inventory.rack(room, 42, null);
        as.user("operator", () -> racks.edit(retired.id(), change("status", "retired")));
        inventory.rack(); // another room

        List<FreeSpace> found = as.user("viewer", () -> elevations.free(new WantedSpace(room, 4, 600, null)));

        assertThat(found)
                .containsExactly(
                        new FreeSpace(good.id(), good.facts().name(), room, 1, Face.BOTH, 5000),
                        new FreeSpace(good.id(), good.facts().name(), room, 5, Face.BOTH, 5000));
        assertThat(as.user("viewer", () -> elevations.free(new WantedSpace(room, 1, 600, Face.BOTH))))
                .extracting(FreeSpace::rackId)
                .contains(full.id())
                .doesNotContain(weak.id(), retired.id());
    }

    @Test
    void a_row_of_racks_costs_as_many_statements_as_one_rack() {
        long room = inventory.room().id();
        for (int i = 0; i < 4; i++) {
            inventory.server(inventory.rack(room, 42, null).id(), 1, 1, Face.BOTH);
        }
        as.user("viewer", () -> assertThat(statements.during(() -> elevations.ofRoom(room, Face.FRONT)))
                .hasSizeBetween(4, 7));
    }

    private Document draw(long rack, Face side) throws Exception {
        String svg = as.user("viewer", () -> elevations.svg(rack, side, Locale.SIMPLIFIED_CHINESE));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> slots(Document drawn) {
        return elements(drawn, "a")
                .filter(group -> group.getAttribute("class").startsWith("slot"))
                .toList();
    }

    private static List<Element> all(Document drawn, String tag, String type) {
        return elements(drawn, tag)
                .filter(element -> element.getAttribute("class").equals(type))
                .toList();
    }

    private static Stream<Element> elements(Document drawn, String tag) {
        var found = drawn.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }
}
