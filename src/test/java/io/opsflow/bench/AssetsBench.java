package io.opsflow.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opsflow.accounts.Impersonation;
import io.opsflow.assets.AssetFiles;
import io.opsflow.assets.AssetFilter;
import io.opsflow.assets.AssetImports;
import io.opsflow.assets.AssetKind;
import io.opsflow.assets.Elevation;
import io.opsflow.assets.Elevations;
import io.opsflow.assets.Face;
import io.opsflow.assets.Impacts;
import io.opsflow.assets.ImportOrder;
import io.opsflow.assets.ImportResult;
import io.opsflow.assets.ImportRun;
import io.opsflow.assets.RackLook;
import io.opsflow.assets.Racks;
import io.opsflow.assets.Rooms;
import io.opsflow.assets.Servers;
import io.opsflow.assets.WantedSpace;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.longwork.LongWork;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.Authentication;

/** Lists, drawings and imports of as many servers as a large operator has, beside the shortest SQL for the same. */
final class AssetsBench {

    private static final int ROOMS = 20;
    private static final int RACKS = 500;
    private static final int SERVERS = Integer.getInteger("opsflow.bench.servers", 10_000);
    private static final int ASKED = Integer.getInteger("opsflow.bench.asked", 20);
    private static final String PAGE = "select * from asset_server order by asset_number limit 50";

    private final Path folder;

    /** @param folder where the product may keep its data */
    AssetsBench(Path folder) {
        this.folder = folder;
    }

    Map<String, Object> run(Database database) {
        try (Product product = new Product(folder, database.create())) {
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("servers", SERVERS);
            report.put("racks", RACKS);
            report.put("rooms", ROOMS);
            Authentication operator = product.bean(Impersonation.class).of("operator");
            Impersonation.during(operator, () -> {
                report.put("import", imports(product));
                report.put("lists", lists(product));
                report.put("drawings", drawings(product));
            });
            return report;
        }
    }

    private static Map<String, Object> imports(Product product) {
        AssetFiles files = product.bean(AssetFiles.class);
        read(files, AssetKind.ROOM, rooms());
        read(files, AssetKind.RACK, racks());
        String rows = servers();
        Map<String, Object> report = new LinkedHashMap<>();
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        report.put("heap_before_mb", megabytes(heap, MemoryPoolMXBean::getUsage));
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        report.put("seconds", seconds(() -> inTheBackground(product.bean(AssetImports.class), rows)));
        report.put("heap_peak_mb", megabytes(heap, MemoryPoolMXBean::getPeakUsage));
        report.put("again_unchanged_seconds", seconds(() -> read(files, AssetKind.SERVER, rows)));
        report.put("rows", SERVERS);
        JdbcTemplate sql = new JdbcTemplate(product.pool());
        sql.execute("create table bench_server (asset_number varchar(64), serial varchar(100), vendor varchar(100))");
        List<Object[]> plain = IntStream.range(0, SERVERS)
                .mapToObj(number -> new Object[] {"S" + number, "SN" + number, "Dell"})
                .toList();
        report.put(
                "baseline_insert_seconds",
                seconds(() -> sql.batchUpdate("insert into bench_server values (?, ?, ?)", plain)));
        return report;
    }

    private static long megabytes(List<MemoryPoolMXBean> pools, Function<MemoryPoolMXBean, MemoryUsage> usage) {
        return pools.stream().mapToLong(pool -> usage.apply(pool).getUsed()).sum() >> 20;
    }

    /** As the screen does it: with progress, in one transaction. */
    private static ImportRun inTheBackground(AssetImports imports, String csv) {
        ImportRun run = imports.begin(
                new ImportOrder(AssetKind.SERVER, false, false, StandardCharsets.UTF_8, Locale.ENGLISH),
                "servers.csv",
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        while (run.phase() == LongWork.Phase.RUNNING) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            run = imports.get(run.id());
        }
        if (run.result() == null || run.result().created() != SERVERS) {
            throw new IllegalStateException(run.toString());
        }
        return run;
    }

    private static double seconds(Supplier<?> work) {
        Moves once = new Moves();
        once.make(work);
        return Report.rounded(Moves.all(List.of(once)).percentile(50) / 1_000);
    }

    private static ImportResult read(AssetFiles files, AssetKind kind, String csv) {
        ImportResult result = files.read(
                new ImportOrder(kind, false, false, StandardCharsets.UTF_8, Locale.ENGLISH),
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        if (!result.errors().isEmpty()) {
            throw new IllegalStateException(result.errors().get(0).toString());
        }
        return result;
    }

    private static String rooms() {
        StringBuilder csv = new StringBuilder("name,code\n");
        IntStream.range(0, ROOMS)
                .forEach(room ->
                        csv.append("机房 ").append(room).append(",R").append(room).append('\n'));
        return csv.toString();
    }

    private static String racks() {
        StringBuilder csv = new StringBuilder("name,room,row,position,height_u,power_limit_w\n");
        for (int rack = 0; rack < RACKS; rack++) {
            csv.append("A%03d,R%d,A,%d,48,20000\n".formatted(rack, rack % ROOMS, rack / ROOMS + 1));
        }
        return csv.toString();
    }

    private static String servers() {
        StringBuilder csv =
                new StringBuilder("asset_number,serial,vendor,model,role,owner,service,room,rack,position_u,"
                        + "height_u,face,power_w,management_address,addresses,os,cpu,memory_gb,disks,purchased_on,"
                        + "warranty_until,status,tags\n");
        for (int number = 0; number < SERVERS; number++) {
            int rack = number % RACKS;
            csv.append("S%05d,SN%05d,%s,R%d,%s,组%d,服务 %d,R%d,A%03d,%d,2,both,300,10.%d.%d.%d,10.%d.%d.%d,"
                    .formatted(
                            number,
                            number,
                            List.of("Dell", "HPE", "浪潮").get(number % 3),
                            number % 7,
                            List.of("数据库", "应用", "存储").get(number % 3),
                            number % 40,
                            number % 200,
                            rack % ROOMS,
                            rack,
                            1 + 2 * (number / RACKS),
                            number % 200,
                            number / 200 % 250,
                            1 + number % 250,
                            200 + number % 50,
                            number / 50 % 250,
                            1 + number % 250));
            csv.append("Debian 12,2x8358,512,8x3.84,2024-0%d-01,2027-0%d-01,active,prod; t%d\n"
                    .formatted(1 + number % 9, 1 + number % 9, number % 20));
        }
        return csv.toString();
    }

    private static Map<String, Object> lists(Product product) {
        Servers servers = product.bean(Servers.class);
        Racks racks = product.bean(Racks.class);
        Rooms rooms = product.bean(Rooms.class);
        Map<String, Object> report = new LinkedHashMap<>();
        List<Answer> answers = new ArrayList<>();
        ObjectMapper json = product.bean(ObjectMapper.class);
        Map<String, Long> found = new LinkedHashMap<>();
        for (AssetKind kind : AssetKind.values()) {
            Question some = new Question("some", AssetFilter.everything(), new Paging(1, 10, null, null));
            JsonNode one = json.valueToTree(
                    find(kind, some, rooms, racks, servers).items().get(0));
            for (Question question : questions(kind, one)) {
                String name = kind.plural() + " " + question.name();
                found.put(name, find(kind, question, rooms, racks, servers).total());
                answers.add(asked(product, name, () -> find(kind, question, rooms, racks, servers)));
            }
        }
        report.put("questions", answers.size());
        report.put(
                "ms_p95_of_the_slowest",
                answers.stream().mapToDouble(Answer::p95).max().orElse(0));
        report.put(
                "statements_at_most",
                answers.stream().mapToInt(Answer::statements).max().orElse(0));
        report.put("baseline_ms_p50", baseline(product));
        Map<String, Object> each = new LinkedHashMap<>();
        answers.forEach(answer -> each.put(
                answer.name(),
                Map.of(
                        "found",
                        found.getOrDefault(answer.name(), 0L),
                        "ms_p50",
                        answer.p50(),
                        "ms_p95",
                        answer.p95(),
                        "statements",
                        answer.statements())));
        report.put("each", each);
        return report;
    }

    private static double baseline(Product product) {
        JdbcTemplate sql = new JdbcTemplate(product.pool());
        Moves bare = new Moves();
        for (int time = 0; time < ASKED; time++) {
            bare.make(() -> sql.queryForList(PAGE));
        }
        return Report.rounded(Moves.all(List.of(bare)).percentile(50));
    }

    private static PageOf<?> find(AssetKind kind, Question question, Rooms rooms, Racks racks, Servers servers) {
        return switch (kind) {
            case ROOM -> rooms.find(question.filter(), question.paging());
            case RACK -> racks.find(question.filter(), question.paging());
            case SERVER -> servers.find(question.filter(), question.paging());
        };
    }

    private record Question(String name, AssetFilter filter, Paging paging) {}

    /** Every filter, every sort in both directions, text, and a page that lies deep. */
    private static List<Question> questions(AssetKind kind, JsonNode one) {
        AssetFilter everything = AssetFilter.everything();
        Set<String> notSorted = Set.of("q", "addresses", "tags", "custom", "notes");
        List<Question> questions = new ArrayList<>();
        questions.add(new Question("first page", everything, Paging.first(50)));
        questions.add(new Question("deep page", everything, new Paging(150, 50, null, null)));
        for (String field : AssetFilter.parameters(kind)) {
            if (field.equals("q")) {
                questions.add(new Question("q of many", new AssetFilter("数据库", Map.of()), Paging.first(50)));
                questions.add(new Question("q of one", new AssetFilter("sn01234", Map.of()), Paging.first(50)));
                questions.add(new Question("q of nobody", new AssetFilter("zz-none", Map.of()), Paging.first(50)));
                continue;
            }
            questions.add(new Question("by " + field, everything.with(field, example(field, one)), Paging.first(50)));
            boolean bound = field.endsWith("_from") || field.endsWith("_to");
            if (!bound && !notSorted.contains(field) && !(kind == AssetKind.SERVER && field.equals("room_id"))) {
                for (String way : List.of("asc", "desc")) {
                    questions.add(new Question(
                            "sorted " + field + " " + way, everything, new Paging(3, 50, field + "," + way, null)));
                }
            }
        }
        return questions;
    }

    /** What an object on record has; where it has nothing, something that others could have. */
    private static String example(String parameter, JsonNode one) {
        String field = parameter.replaceFirst("_(from|to)$", "");
        JsonNode known = one.path(field).isArray() ? one.path(field).path(0) : one.path(field);
        if (known.isValueNode() && !known.isNull() && !known.asText().isEmpty()) {
            return known.asText();
        }
        return switch (field) {
            case "status" -> "active";
            case "face" -> "both";
            case "purchased_on", "warranty_until", "lease_until" -> "2027-03-01";
            case "created_at", "updated_at" -> "2026-01-01T00:00:00Z";
            case "custom" -> "a:b";
            case "area_m2", "power_kw" -> "1.5";
            case "height_u" -> "2";
            default -> "1";
        };
    }

    private record Answer(String name, double p50, double p95, int statements) {}

    private static Answer asked(Product product, String name, Supplier<?> question) {
        Moves warmUp = new Moves();
        warmUp.make(question);
        Moves moves = new Moves();
        for (int time = 0; time < ASKED; time++) {
            moves.make(question);
        }
        Moves all = Moves.all(List.of(moves));
        return new Answer(
                name,
                Report.rounded(all.percentile(50)),
                Report.rounded(all.percentile(95)),
                product.pool().during(() -> moves.make(question)));
    }

    private static Map<String, Object> drawings(Product product) {
        Elevations elevations = product.bean(Elevations.class);
        JdbcTemplate sql = new JdbcTemplate(product.pool());
        Long room = sql.queryForObject("select min(id) from asset_room", Long.class);
        Long rack = sql.queryForObject("select min(id) from asset_rack", Long.class);
        if (room == null || rack == null) {
            throw new IllegalStateException("nothing was imported");
        }
        List<Answer> answers = List.of(
                asked(product, "rack of 48 U", () -> elevations.svg(rack, Face.FRONT, Locale.CHINA)),
                asked(product, "row of 20 racks", () -> elevations.ofRoom(room, Face.FRONT).stream()
                        .limit(20)
                        .map((Elevation one) -> elevations.svg(one, RackLook.byStatus(), Locale.CHINA))
                        .toList()),
                asked(product, "free space in all rooms", () -> elevations.free(new WantedSpace(null, 4, 600, null))),
                asked(product, "impact of a room", () -> product.bean(Impacts.class)
                        .of(AssetKind.ROOM, room)));
        Map<String, Object> report = new LinkedHashMap<>();
        answers.forEach(answer -> report.put(
                answer.name(),
                Map.of("ms_p50", answer.p50(), "ms_p95", answer.p95(), "statements", answer.statements())));
        return report;
    }
}
