package io.opsflow.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The way in by which something was asked for. */
public enum Way {
    /** The screens. */
    SCREEN,
    /** The API. */
    API,
    /** The engine's own REST and web applications: Camunda Modeler, Cockpit. */
    ENGINE,
    /** The command line. */
    CLI,
    /** Nobody asked: a timer, a job, the start of the program. */
    JOB;

    /** As the API spells it. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
