package io.opsflow.assets;

import io.opsflow.kernel.DomainError;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of the rows of one file, and what is wrong with them. */
abstract class RowImport {

    /** More errors than anybody reads. */
    private static final int TOLD = 1_000;

    /** Longer than anything that should stand in a cell. */
    private static final int LONGEST = 500;

    private final Texts texts;
    private final Locale language;
    private final List<ImportResult.RowError> errors = new ArrayList<>();
    private int rows;
    private int created;
    private int updated;
    private final Set<Integer> refused = new HashSet<>();

    RowImport(Texts texts, Locale language) {
        this.texts = texts;
        this.language = language;
    }

    /** One row, by the names of its columns; nothing is wrong with its cells. */
    record Row(int number, Map<String, @Nullable Object> fields) {

        @Nullable
        String text(String field) {
            return fields.get(field) instanceof String text ? text : null;
        }
    }

    /** Takes some rows together; what is good about them is in the database then. */
    abstract void take(List<Row> some);

    void counted() {
        rows++;
    }

    void created() {
        created++;
    }

    void updated() {
        updated++;
    }

    void refuse(int row, List<FieldError> reasons) {
        refused.add(row);
        reasons.stream()
                .limit(TOLD - errors.size())
                .forEach(reason -> told(row, reason.field(), texts.of(language, reason)));
    }

    void refuse(int row, String field, DomainError reason) {
        refused.add(row);
        if (reason instanceof InvalidInput invalid) {
            refuse(row, invalid.errors());
        } else if (errors.size() < TOLD) {
            told(row, field, texts.of(language, reason));
        }
    }

    private void told(int row, String field, String message) {
        errors.add(new ImportResult.RowError(
                row, field, message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…"));
    }

    boolean isRefused() {
        return !refused.isEmpty();
    }

    ImportResult result() {
        return new ImportResult(rows, created, updated, refused.size(), errors);
    }
}
