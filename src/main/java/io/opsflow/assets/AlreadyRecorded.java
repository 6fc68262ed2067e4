package io.opsflow.assets;

import io.opsflow.kernel.RuleViolated;

/** Something that must be one of a kind is another object's already. */
public final class AlreadyRecorded extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "already-recorded";

    private static final long serialVersionUID = 1L;

    /**
     * @param field the field in the API
     * @param value what was given
     * @param other what the object that has it is called
     */
    AlreadyRecorded(String field, String value, String other) {
        super(CODE, "@field." + field, value, other);
    }
}
