package io.opsflow.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of lines {@code NAME=value}, as docker compose and many a shell read it. */
final class EnvFile {

    private static final Pattern LINE = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"\\s*(?:#.*)?|'([^']*)'\\s*(?:#.*)?");

    private EnvFile() {}

    static Map<String, Object> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StartRefused(
                    "platform.env-file-unreadable", file.toAbsolutePath().normalize());
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).replace("\uFEFF", "").strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new StartRefused(
                        "platform.env-file-line", file.toAbsolutePath().normalize(), number);
            }
            String value = value(matcher.group(2));
            if (!value.isEmpty()) { // what is empty has its default
                values.put(matcher.group(1), value);
            }
        }
        return values;
    }

    private static String value(String text) {
        Matcher quoted = QUOTED.matcher(text);
        if (quoted.matches()) {
            return quoted.group(1) != null ? quoted.group(1) : quoted.group(2);
        }
        return text.replaceFirst("(^|\\s+)#.*", "").strip();
    }
}
