package io.opsflow.cli;

import io.opsflow.audit.AuditRetention;
import io.opsflow.cli.LogFiles.LogFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Removes old log files, and entries of the audit log for which the time is up. */
@Command(name = "clear-logs")
final class ClearLogsCommand extends OpsCommand {

    @Option(names = "--older-than", paramLabel = "30d", required = true, converter = Age.class)
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private Duration age;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Override
    Answer call() {
        try (Program program = Program.open()) {
            LogFiles logs = program.bean(LogFiles.class);
            AuditRetention audit = program.bean(AuditRetention.class);
            Instant before = program.bean(Clock.class).instant().minus(age);
            return program.as(Operator.ofProcess(), () -> {
                List<LogFile> files = dryRun ? logs.before(before) : logs.clear(before);
                return answer(logs.folder(), files, entries(audit));
            });
        }
    }

    /** Entries of the audit log are never deleted before the time for which they are kept here. */
    private long entries(AuditRetention audit) {
        Duration kept = audit.age();
        Duration old = age.compareTo(kept) > 0 ? age : kept;
        long entries = audit.olderThan(old);
        return dryRun || entries == 0 ? entries : audit.clear(old);
    }

    private Answer answer(Path folder, List<LogFile> files, long entries) {
        long bytes = files.stream().mapToLong(LogFile::bytes).sum();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("dry_run", dryRun);
        fields.put("folder", folder.toString());
        fields.put("files", files.stream().map(LogFile::name).toList());
        fields.put("bytes", bytes);
        fields.put("audit_entries", entries);
        return Answer.done(
                fields,
                dryRun
                        ? t("cli.logs-would-go", folder, files.size(), bytes / 1024, entries)
                        : t("cli.logs-cleared", folder, files.size(), bytes / 1024, entries));
    }

    /** So many days or weeks. */
    static final class Age implements ITypeConverter<Duration> {

        private static final Pattern WRITTEN = Pattern.compile("(\\d{1,5})([dw])");

        @Override
        public Duration convert(String text) {
            Matcher written = WRITTEN.matcher(text);
            if (!written.matches()) {
                throw new IllegalArgumentException(text);
            }
            long number = Long.parseLong(written.group(1));
            return Duration.ofDays(written.group(2).equals("w") ? 7 * number : number);
        }
    }
}
