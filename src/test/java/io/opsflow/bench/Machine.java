package io.opsflow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The machine that a figure was measured on, as far as Linux tells. */
final class Machine {

    private static final int MILLIS_PER_TICK = 10;

    private Machine() {}

    static Map<String, Object> description() {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("processor", value(Path.of("/proc/cpuinfo"), "model name"));
        machine.put("memory_mb", kilobytes(Path.of("/proc/meminfo"), "MemTotal") / 1024);
        machine.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        machine.put("load_before", load());
        return machine;
    }

    /** The load of the last minute. */
    static double load() {
        return Double.parseDouble(read(Path.of("/proc/loadavg")).split(" ", -1)[0]);
    }

    /** The processor time that all processes together have taken, idle time not counted. */
    static long busyMillis() {
        String[] times =
                read(Path.of("/proc/stat")).lines().findFirst().orElseThrow().split(" +", -1);
        // user, nice, system; then idle and iowait, which nobody used; then what interrupts and other guests took.
        return Stream.of(1, 2, 3, 6, 7, 8)
                        .mapToLong(column -> Long.parseLong(times[column]))
                        .sum()
                * MILLIS_PER_TICK;
    }

    /** The processor time that a process has taken. */
    static long cpuMillis(long process) {
        String stat = read(Path.of("/proc/" + process + "/stat"));
        // The name in brackets may hold blanks.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_PER_TICK;
    }

    /** The memory that a process has in RAM. */
    static long residentMegabytes(long process) {
        return kilobytes(Path.of("/proc/" + process + "/status"), "VmRSS") / 1024;
    }

    /** The server that listens on a port of this machine; 0 when there is none or it is not known. */
    static long mysqlOn(int port) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            List<Path> servers = processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> commandLine(process).get(0).endsWith("mysqld"))
                    .toList();
            return servers.stream()
                    .filter(process ->
                            servers.size() == 1 || commandLine(process).contains("--port=" + port))
                    .map(process -> Long.valueOf(process.getFileName().toString()))
                    .findFirst()
                    .orElse(0L);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> commandLine(Path process) {
        try {
            return Arrays.asList(Files.readString(process.resolve("cmdline")).split("\0"));
        } catch (IOException ended) {
            return List.of("");
        }
    }

    private static long kilobytes(Path file, String name) {
        return Long.parseLong(value(file, name).replace(" kB", ""));
    }

    private static String value(Path file, String name) {
        return read(file)
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("?");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
