package io.opsflow.assets;

import java.util.List;

/**
 * What an import has done, or would do.
 *
 * @param rows    how many rows the file has
 * @param created how many objects are new
 * @param updated how many are different now
 * @param refused how many rows something is wrong with
 * @param errors  what is wrong with rows; the first thousand
 */
public record ImportResult(int rows, int created, int updated, int refused, List<RowError> errors) {

    public ImportResult {
        errors = List.copyOf(errors);
    }

    /**
     * Why a row was refused.
     *
     * @param row     its number, as a spreadsheet counts
     * @param field   the field
     * @param message the reason, in the caller's language
     */
    public record RowError(int row, String field, String message) {}
}
