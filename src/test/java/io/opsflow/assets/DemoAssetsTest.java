package io.opsflow.assets;

import static org.assertj.core.api.Assertions.assertThat;

import io.opsflow.accounts.Impersonation;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@OpsFlowTest
@Transactional // rolled back: other tests find no demo
class DemoAssetsTest {

    @Autowired
    DemoAssets demo;

    @Autowired
    Rooms rooms;

    @Autowired
    Servers servers;

    @Autowired
    Elevations elevations;

    @Autowired
    Moves moves;

    @Autowired
    Reminders reminders;

    @Autowired
    Clock clock;

    @Autowired
    Impersonation impersonation;

    @Autowired
    As as;

    @Test
    void the_demo_has_two_rooms_with_servers_of_every_kind_units_kept_free_one_server_on_its_way_and_reminders() {
        Impersonation.during(impersonation.of("operator"), demo::live);

        as.user("viewer", () -> {
            List<Elevation> racks = List.of("SH-A", "SG-2").stream()
                    .map(code -> rooms.find(AssetFilter.everything().with("code", code), Paging.first(1))
                            .items()
                            .get(0)
                            .id())
                    .flatMap(room -> elevations.ofRoom(room, Face.BOTH).stream())
                    .toList();
            List<Elevation.Slot> slots =
                    racks.stream().flatMap(rack -> rack.slots().stream()).toList();
            assertThat(racks).hasSize(10).allSatisfy(rack -> assertThat(rack.usedU())
                    .isPositive());
            assertThat(slots.stream().filter(slot -> slot.kind() == Occupant.Kind.SERVER))
                    .hasSizeBetween(55, 80)
                    .extracting(Elevation.Slot::status)
                    .contains(
                            ServerStatus.ACTIVE,
                            ServerStatus.PLANNED,
                            ServerStatus.IN_STOCK,
                            ServerStatus.MAINTENANCE,
                            ServerStatus.FAILED);
            assertThat(slots.stream().filter(slot -> slot.kind() == Occupant.Kind.RESERVATION))
                    .hasSize(3);
            assertThat(slots.stream()
                            .filter(slot -> slot.kind() == Occupant.Kind.SERVER)
                            .map(slot -> moves.open(slot.id()))
                            .filter(java.util.Optional::isPresent))
                    .hasSize(1);
            assertThat(slots.stream()
                            .filter(slot -> slot.kind() == Occupant.Kind.SERVER)
                            .flatMap(slot -> reminders.open(AssetKind.SERVER, slot.id()).stream())
                            .map(ReminderDetails::endsOn))
                    .anyMatch(day -> day.isBefore(LocalDate.now(clock).plusDays(85)));
            PageOf<ServerDetails> of = servers.find(AssetFilter.everything().with("service", "订单系统"), Paging.first(1));
            assertThat(of.total()).isPositive();
        });
    }
}
