package io.opsflow.cli;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import io.opsflow.platform.OpsFlowSettings;
import io.opsflow.platform.OpsFlowSettings.Profile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Whether the machine lets the program work: room, memory, files, keys, zone; and what is not set up. */
final class MachineChecks {

    private static final long MEGABYTE = 1024L * 1024;
    private static final long LITTLE_ROOM = 1024 * MEGABYTE;
    private static final long NO_ROOM = 200 * MEGABYTE;
    private static final long LITTLE_MEMORY = 1024 * MEGABYTE;
    private static final long FEW_FILES = 4096;

    private MachineChecks() {}

    static List<Finding> of(OpsFlowSettings settings, String log) {
        List<Finding> findings = new ArrayList<>();
        findings.add(room("data-folder", settings.data()));
        Path logs = Path.of(log).toAbsolutePath().normalize().getParent();
        if (logs != null) {
            findings.add(room("log-folder", logs));
        }
        findings.add(key(settings.profile()));
        findings.add(mail());
        findings.add(zone(settings.timeZone()));
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        findings.add(memory(system.getTotalMemorySize()));
        if (system instanceof UnixOperatingSystemMXBean unix) {
            findings.add(openFiles(unix.getMaxFileDescriptorCount()));
        }
        return findings;
    }

    static Finding room(String check, Path folder) {
        try {
            Path there = folder;
            while (!Files.exists(there) && there.getParent() != null) {
                there = there.getParent();
            }
            return Files.isDirectory(there) && Files.isWritable(there)
                    ? room(check, folder, Files.getFileStore(there).getUsableSpace())
                    : Finding.problem(check, "cli.doctor.not-writable", folder);
        } catch (IOException e) {
            return Finding.problem(check, "cli.doctor.not-writable", folder);
        }
    }

    static Finding room(String check, Path folder, long free) {
        long megabytes = free / MEGABYTE;
        if (free < NO_ROOM) {
            return Finding.problem(check, "cli.doctor.no-room", folder, megabytes);
        }
        return free < LITTLE_ROOM
                ? Finding.hint(check, "cli.doctor.little-room", folder, megabytes)
                : Finding.ok(check, "cli.doctor.room", folder, megabytes);
    }

    /** Settings with a missing or placeholder key are refused before it comes to this. */
    static Finding key(Profile profile) {
        return profile == Profile.PRODUCTION
                ? Finding.ok("secret-key", "cli.doctor.key")
                : Finding.ok("secret-key", "cli.doctor.key-of-demo");
    }

    /** There are no settings for mail in this version. */
    static Finding mail() {
        return Finding.hint("mail", "cli.doctor.mail-absent");
    }

    static Finding zone(ZoneId people) {
        return Finding.ok("time-zone", "cli.doctor.zone", people.getId());
    }

    static Finding memory(long total) {
        return total < LITTLE_MEMORY
                ? Finding.hint("memory", "cli.doctor.memory-little", total / MEGABYTE)
                : Finding.ok("memory", "cli.doctor.memory", total / MEGABYTE);
    }

    static Finding openFiles(long most) {
        return most > 0 && most < FEW_FILES
                ? Finding.hint("open-files", "cli.doctor.files-few", most)
                : Finding.ok("open-files", "cli.doctor.files", most);
    }
}
