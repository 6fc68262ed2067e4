package io.opsflow.design;

import java.util.Locale;

/** What a colour says. Colour means state and nothing else. */
public enum Tone {
    /** Somebody must act. */
    WAIT,
    /** Somebody acts. */
    WORK,
    /** Done well. */
    GOOD,
    /** Failed, refused or overdue. */
    BAD,
    /** At rest, nothing to do. */
    CALM;

    String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}
