package io.opsflow.assets;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.kernel.Paging;
import io.opsflow.platform.OpsFlowSettings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Fills an installation that is to be tried out with as many machine rooms, racks and servers as a large house has. */
@Service
public class ManyAssets {

    /** A house is large with so many; more tickets and people do not need more servers. */
    public static final int MOST = 10_000;

    private static final int IN_RACK = 20;
    private static final int IN_ROOM = 25;
    private static final int IN_ROW = 5;
    private static final String PREFIX = "LOAD-";

    private final SampleFiles samples;
    private final Servers servers;
    private final OpsFlowSettings settings;
    private final Clock clock;

    ManyAssets(SampleFiles samples, Servers servers, OpsFlowSettings settings, Clock clock) {
        this.samples = samples;
        this.servers = servers;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Adds servers until there are so many of them, with the racks and rooms that they need; never more than
     * {@link #MOST}.
     *
     * @return how many were added
     */
    @PreAuthorize("hasAuthority('assets.manage')")
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @Audited("asset.add_many")
    public int addUpTo(int wanted) {
        int there = (int) servers.find(AssetFilter.everything().with("tags", "load"), Paging.first(1))
                .total();
        int all = Math.min(wanted, MOST);
        int added = Math.max(0, all - there);
        if (added > 0) {
            LocalDate today = settings.today(clock);
            int stand = (all + IN_RACK - 1) / IN_RACK;
            put(stand);
            samples.put(
                    AssetKind.SERVER,
                    SampleRack.COLUMNS,
                    IntStream.range(there, all)
                            .mapToObj(number -> server(number, today))
                            .toList());
        }
        AuditTrail.object("server", PREFIX + "*");
        AuditTrail.fact("servers", there, there + added);
        return added;
    }

    private void put(int stand) {
        List<String> rooms = new ArrayList<>();
        List<String> racks = new ArrayList<>();
        for (int rack = 0; rack < stand; rack++) {
            SampleRack sample = rack(rack);
            int inRoom = rack % IN_ROOM;
            if (inRoom == 0) {
                rooms.add(SampleFiles.row("压力测试机房 " + sample.site(), sample.room(), 500, 400));
            }
            racks.add(SampleFiles.row(
                    sample.name(),
                    sample.room(),
                    String.valueOf((char) ('A' + inRoom / IN_ROW)),
                    inRoom % IN_ROW + 1,
                    48,
                    12_000));
        }
        samples.put(AssetKind.ROOM, "name,code,area_m2,power_kw", rooms);
        samples.put(AssetKind.RACK, "name,room,row,position,height_u,power_limit_w", racks);
    }

    private static SampleRack rack(int number) {
        int room = number / IN_ROOM;
        int inRoom = number % IN_ROOM;
        String name = String.format(Locale.ROOT, "%c%02d", 'A' + inRoom / IN_ROW, inRoom % IN_ROW + 1);
        return new SampleRack(String.format(Locale.ROOT, PREFIX + "%02d", room + 1), 10 + room, inRoom + 1, name, true);
    }

    private static String server(int number, LocalDate today) {
        int nth = number % IN_RACK;
        SampleMachine machine = nth % 2 == 0 ? SampleMachine.COMPUTE : SampleMachine.HYPERVISOR;
        return rack(number / IN_RACK).row(machine, nth + 1, 1 + 2 * nth, today, "load");
    }
}
