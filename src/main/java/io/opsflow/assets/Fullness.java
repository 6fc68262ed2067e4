package io.opsflow.assets;

import java.util.Locale;

/** How much of something is taken, as a colour tells it. */
public enum Fullness {
    EMPTY,
    ROOMY,
    TIGHT,
    FULL;

    private static final double LIVED_IN = 0.01;
    private static final double MUCH = 0.7;
    private static final double NEARLY_ALL = 0.9;

    /** Which one a part of the whole is: 1 is all of it. */
    public static Fullness of(double part) {
        if (part < LIVED_IN) {
            return EMPTY;
        }
        return part < MUCH ? ROOMY : part < NEARLY_ALL ? TIGHT : FULL;
    }

    /** What part of the whole is taken. */
    public static double part(int used, int available) {
        return available == 0 ? 0 : (double) used / available;
    }

    /** Its name in drawings and style sheets. */
    public String css() {
        return "fullness-" + name().toLowerCase(Locale.ROOT);
    }
}
