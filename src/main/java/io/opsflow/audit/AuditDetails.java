package io.opsflow.audit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry with what has become different.
 *
 * @param entry   the entry
 * @param changes field by field
 */
public record AuditDetails(@JsonUnwrapped AuditItem entry, List<Change> changes) {

    public AuditDetails {
        changes = List.copyOf(changes);
    }

    /**
     * A field that is different.
     *
     * @param field  its name
     * @param before what it was; null when it was nothing
     * @param after  what it is
     */
    public record Change(String field, @Nullable Object before, @Nullable Object after) {}
}
