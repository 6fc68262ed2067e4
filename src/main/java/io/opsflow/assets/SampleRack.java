package io.opsflow.assets;

import static io.opsflow.assets.SampleMachine.ARRAY;
import static io.opsflow.assets.SampleMachine.BACKUP;
import static io.opsflow.assets.SampleMachine.COMPUTE;
import static io.opsflow.assets.SampleMachine.DATABASE;
import static io.opsflow.assets.SampleMachine.HYPERVISOR;
import static io.opsflow.assets.SampleMachine.PATCHES;
import static io.opsflow.assets.SampleMachine.POWER;
import static io.opsflow.assets.SampleMachine.SWITCH;
import static io.opsflow.assets.SampleMachine.TRAINING;
import static io.opsflow.assets.SampleMachine.WEB;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A rack that is made up, with what stands in it.
 *
 * @param room    the code of its room
 * @param site    which of the sites, from 1: a part of addresses
 * @param number  which rack of the room, from 1
 * @param name    what it is called
 * @param chinese the language of its people
 */
record SampleRack(String room, int site, int number, String name, boolean chinese) {

    static final String COLUMNS =
            "asset_number,serial,vendor,model,role,owner,service,room,rack,position_u,height_u,face,"
                    + "power_w,management_address,addresses,os,cpu,memory_gb,disks,purchased_on,warranty_until,status,tags";

    private static final int HEIGHT = 42;
    private static final List<List<SampleMachine>> KINDS = List.of(
            List.of(POWER, DATABASE, DATABASE, DATABASE, WEB, WEB, PATCHES, SWITCH),
            List.of(COMPUTE, COMPUTE, COMPUTE, COMPUTE, COMPUTE, COMPUTE, HYPERVISOR, PATCHES, SWITCH),
            List.of(ARRAY, ARRAY, BACKUP, WEB, SWITCH),
            List.of(TRAINING, TRAINING, TRAINING, SWITCH),
            List.of(HYPERVISOR, HYPERVISOR, HYPERVISOR, HYPERVISOR, COMPUTE, WEB, WEB, PATCHES, SWITCH));
    private static final List<String> CHINESE_OWNERS = List.of("数据库组", "平台组", "基础架构组", "算法平台组", "业务运维组");
    private static final List<String> ENGLISH_OWNERS =
            List.of("Database team", "Platform team", "Infrastructure", "ML platform", "Web operations");
    private static final List<String> CHINESE_SERVICES = List.of("订单系统", "统一门户", "备份服务", "智能客服", "支付网关");
    private static final List<String> ENGLISH_SERVICES =
            List.of("Order service", "Portal", "Backup", "Search ranking", "Payment gateway");

    /** The servers of it from the bottom up, with air between some; the switch is at the top, behind. */
    List<String> servers(LocalDate today) {
        List<String> rows = new ArrayList<>();
        int u = 2;
        List<SampleMachine> machines = KINDS.get((number - 1) % KINDS.size());
        for (int i = 0; i < machines.size(); i++) {
            SampleMachine machine = machines.get(i);
            boolean atTop = machine == SWITCH || machine == PATCHES;
            rows.add(row(machine, i + 1, atTop ? HEIGHT : u, today, number % 2 == 0 ? "prod" : "prod; tier-1"));
            u += atTop ? 0 : machine.heightU() + (i % 3 == 2 ? 2 : i % 2);
        }
        return rows;
    }

    /** One server at a unit. */
    String row(SampleMachine machine, int nth, int u, LocalDate today, String tags) {
        String asset = String.format(Locale.ROOT, "%s-%02d%02d", room.replace("-", ""), number, nth);
        int kind = (number - 1) % KINDS.size();
        LocalDate bought = today.minusDays(180L + (number * 131L + nth * 67L) % 1_500);
        String address = site + "." + number + "." + (10 + nth);
        boolean answers = machine.answers();
        return SampleFiles.row(
                asset,
                String.format(Locale.ROOT, "SN%02d%03d%03d", site, number, nth),
                machine.vendor(),
                machine.model(),
                machine.role(chinese),
                (chinese ? CHINESE_OWNERS : ENGLISH_OWNERS).get(kind),
                answers ? (chinese ? CHINESE_SERVICES : ENGLISH_SERVICES).get(kind) : null,
                room,
                name,
                u,
                machine.heightU(),
                machine.face().code(),
                machine.powerW() == 0 ? null : machine.powerW(),
                answers ? "10." + (200 + site % 50) + address.substring(address.indexOf('.')) : null,
                answers ? "10." + address : null,
                machine.os(),
                machine.cpu(),
                machine.memoryGb(),
                machine.disks(),
                bought,
                bought.plusYears(3 + nth % 3),
                status(nth).code(),
                tags);
    }

    private ServerStatus status(int nth) {
        return switch ((number * 7 + nth * 3) % 19) {
            case 4 -> ServerStatus.MAINTENANCE;
            case 9 -> ServerStatus.FAILED;
            case 13 -> ServerStatus.PLANNED;
            case 16 -> ServerStatus.IN_STOCK;
            default -> ServerStatus.ACTIVE;
        };
    }
}
