package io.opsflow.workflow;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * One thing in which two versions of a model differ.
 *
 * @param kind    how
 * @param file    the file that it stands in
 * @param element the element's id; empty for a whole file or its drawing
 * @param name    what a reader knows it by: the element's name in their language, or the file's
 */
public record ModelChange(Kind kind, String file, String element, String name) {

    /** How two versions differ in one thing. */
    public enum Kind {
        /** Only the newer version has it. */
        ADDED,
        /** Only the older version has it. */
        REMOVED,
        /** Both have it, and it says something else. */
        CHANGED,
        /** Its places and lines are drawn differently; it means the same. */
        REDRAWN;

        /** Its name in the API. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
