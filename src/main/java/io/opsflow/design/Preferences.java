package io.opsflow.design;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the person at the screen wants to see the product. A port: the accounts module keeps the answers. Every method
 * speaks of whoever is signed in on the current thread, and gives the installation's defaults when nobody is.
 */
public interface Preferences {

    /** The colours of the screens. */
    enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    /** The chosen language, or null when none was chosen and the browser's counts. */
    @Nullable
    Locale locale();

    /** The zone in which times are shown. */
    ZoneId zone();

    /** Light, dark or as the operating system says. */
    Theme theme();

    /** Keeps the choice; does nothing when nobody is signed in. */
    void change(Locale locale, ZoneId zone, Theme theme);
}
