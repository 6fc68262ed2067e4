package io.opsflow.assets;

import io.opsflow.accounts.Impersonation;
import io.opsflow.kernel.Paging;
import io.opsflow.platform.OpsFlowSettings;
import io.opsflow.platform.Preparation;
import io.opsflow.workflow.EngineClock;
import io.opsflow.workflow.SystemIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives a new demo two machine rooms that are lived in: servers, units kept for somebody, a server on its way, and
 * warranties that end before long.
 */
@Component
class DemoAssets extends Preparation {

    private static final Logger LOG = LoggerFactory.getLogger(DemoAssets.class);
    private static final String CHINESE_ROOM = "SH-A";
    private static final String ENGLISH_ROOM = "SG-2";

    private final SampleFiles samples;
    private final Rooms rooms;
    private final Racks racks;
    private final Servers servers;
    private final Reservations reservations;
    private final Moves moves;
    private final Reminders reminders;
    private final Impersonation impersonation;
    private final EngineClock engineClock;
    private final Clock clock;
    private final OpsFlowSettings settings;
    private final TransactionTemplate transaction;

    DemoAssets(
            SampleFiles samples,
            Rooms rooms,
            Racks racks,
            Servers servers,
            Reservations reservations,
            Moves moves,
            Reminders reminders,
            Impersonation impersonation,
            EngineClock engineClock,
            Clock clock,
            OpsFlowSettings settings,
            TransactionTemplate transaction) {
        super(DATA);
        this.samples = samples;
        this.rooms = rooms;
        this.racks = racks;
        this.servers = servers;
        this.reservations = reservations;
        this.moves = moves;
        this.reminders = reminders;
        this.impersonation = impersonation;
        this.engineClock = engineClock;
        this.clock = clock;
        this.settings = settings;
        this.transaction = transaction;
    }

    @Override
    protected void run() {
        if (settings.demoData()) {
            Impersonation.during(impersonation.of("operator"), () -> {
                if (rooms.find(AssetFilter.everything(), Paging.first(1)).total() == 0) {
                    live();
                }
            });
        }
    }

    /** All of it is there afterwards, or nothing. */
    void live() {
        LocalDate today = settings.today(clock);
        List<SampleRack> stand = new ArrayList<>();
        IntStream.rangeClosed(1, 6)
                .mapToObj(n -> new SampleRack(CHINESE_ROOM, 1, n, (n <= 3 ? "A0" + n : "B0" + (n - 3)), true))
                .forEach(stand::add);
        IntStream.rangeClosed(1, 4)
                .mapToObj(n -> new SampleRack(ENGLISH_ROOM, 2, n, "R" + n, false))
                .forEach(stand::add);
        engineClock.at(
                clock.instant().minus(Duration.ofHours(3)),
                () -> transaction.executeWithoutResult(status -> {
                    putRooms();
                    putRacks(stand);
                    samples.put(
                            AssetKind.SERVER,
                            SampleRack.COLUMNS,
                            stand.stream()
                                    .flatMap(rack -> rack.servers(today).stream())
                                    .toList());
                    keepFree(today);
                    move();
                    // Whoever tries the product out does not wait for the night.
                    SystemIdentity.during(() -> reminders.begin(RemindersAtNight.TOGETHER));
                }));
        LOG.info("The demo has {} racks in two machine rooms", stand.size());
    }

    private void putRooms() {
        samples.put(
                AssetKind.ROOM,
                "name,code,address,contact,phone,owner,area_m2,power_kw,cooling,notes",
                List.of(
                        SampleFiles.row(
                                "上海张江 A 机房",
                                CHINESE_ROOM,
                                "上海市浦东新区张江路 88 号 3 楼",
                                "王工",
                                "021-5080 1234",
                                "admin",
                                260,
                                180,
                                "冷通道封闭，列间空调 N+1",
                                "进入机房须提前一天登记。"),
                        SampleFiles.row(
                                "Singapore DC 2",
                                ENGLISH_ROOM,
                                "8 Tai Seng Drive, Singapore 535226",
                                "Grace Lim",
                                "+65 6100 2233",
                                null,
                                120.5,
                                90,
                                "Hot aisle containment",
                                "Escort needed after 20:00.")));
    }

    private void putRacks(List<SampleRack> stand) {
        samples.put(
                AssetKind.RACK,
                "name,room,row,position,height_u,width_mm,power_limit_w,status,owner",
                stand.stream()
                        .map(rack -> SampleFiles.row(
                                rack.name(),
                                rack.room(),
                                rack.name().substring(0, 1),
                                rack.name().charAt(rack.name().length() - 1) - '0',
                                42,
                                rack.number() == 4 ? 800 : 600,
                                rack.number() == 4 ? 10_000 : 6_000,
                                "active",
                                rack.chinese() ? "基础架构组" : "Infrastructure"))
                        .toList());
    }

    private void keepFree(LocalDate today) {
        reservations.add(
                rack("A02"),
                new ReservationFacts(28, 4, Face.BOTH, 1_200, "平台组", today.plusDays(21), "12 月扩容：4 台计算节点"));
        reservations.add(
                rack("R3"),
                new ReservationFacts(
                        30,
                        6,
                        Face.BOTH,
                        900,
                        "Backup project",
                        today.plusDays(45),
                        "New tape library, arriving soon"));
    }

    /** The first server in use of a rack goes into the next one. */
    private void move() {
        ServerDetails server = servers.find(
                        AssetFilter.everything()
                                .with("rack_id", String.valueOf(rack("B02")))
                                .with("status", ServerStatus.ACTIVE.code()),
                        Paging.first(1))
                .items()
                .get(0);
        moves.request(server.id(), new MoveOrder(rack("A03"), 24, null, "B02 配电维护，提前迁出"));
    }

    private long rack(String name) {
        return racks.find(AssetFilter.everything().with("name", name), Paging.first(1))
                .items()
                .get(0)
                .id();
    }
}
