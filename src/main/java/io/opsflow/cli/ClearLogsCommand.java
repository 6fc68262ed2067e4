package io.opsflow.cli;

import io.opsflow.cli.LogFiles.LogFile;
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

/** Removes old log files. */
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
            Instant before = program.bean(Clock.class).instant().minus(age);
            List<LogFile> files =
                    program.as(Operator.ofProcess(), () -> dryRun ? logs.before(before) : logs.clear(before));
            return answer(logs, files);
        }
    }

    private Answer answer(LogFiles logs, List<LogFile> files) {
        long bytes = files.stream().mapToLong(LogFile::bytes).sum();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("dry_run", dryRun);
        fields.put("folder", logs.folder().toString());
        fields.put("files", files.stream().map(LogFile::name).toList());
        fields.put("bytes", bytes);
        String kilobytes = String.valueOf(bytes / 1024);
        return Answer.done(
                fields,
                dryRun
                        ? t("cli.logs-would-go", logs.folder(), files.size(), kilobytes)
                        : t("cli.logs-cleared", logs.folder(), files.size(), kilobytes));
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
