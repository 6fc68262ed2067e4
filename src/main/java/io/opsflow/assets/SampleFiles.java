package io.opsflow.assets;

import io.opsflow.kernel.InvalidInput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assets that are made up, imported as people import theirs: so they obey the same rules. */
@Component
class SampleFiles {

    private final AssetFiles files;

    SampleFiles(AssetFiles files) {
        this.files = files;
    }

    /** @throws InvalidInput what was made up is against the rules */
    void put(AssetKind kind, String columns, List<String> rows) {
        String csv = columns + "\n" + String.join("\n", rows) + "\n";
        ImportResult result = files.read(
                new ImportOrder(kind, false, false, StandardCharsets.UTF_8, Locale.ENGLISH),
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        if (!result.errors().isEmpty()) {
            throw new IllegalStateException(
                    kind + " made up wrongly: " + result.errors().get(0));
        }
    }

    /** A line of a CSV; what is null stays empty. */
    static String row(@Nullable Object... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell == null ? "" : '"' + cell.toString().replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }
}
