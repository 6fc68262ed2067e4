package io.opsflow.design;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinSession;
import io.opsflow.kernel.MovableClock;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times, durations and counts as the person at the screen reads them. */
public final class Formats {

    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Formats() {}

    /** What the times of a session are told by. */
    private record Timekeeping(ZoneId zone, Clock clock) implements Serializable {}

    /** From now on this session shows its times in this zone, counted from this clock. The shell says so. */
    public static void use(VaadinSession session, ZoneId zone, Clock clock) {
        session.setAttribute(Timekeeping.class, new Timekeeping(zone, clock));
    }

    /** The zone of the person at the screen. */
    public static ZoneId zone() {
        return timekeeping().zone();
    }

    /** The language of the person at the screen. */
    public static Locale locale() {
        UI ui = UI.getCurrent();
        VaadinSession session = VaadinSession.getCurrent();
        if (ui != null) {
            return ui.getLocale();
        }
        return session == null ? Locale.SIMPLIFIED_CHINESE : session.getLocale();
    }

    /** What time it is. */
    public static Instant now() {
        return Instant.now(timekeeping().clock());
    }

    /** 2026-11-20 09:12, or nothing. */
    public static String dateTime(@Nullable Instant instant) {
        return instant == null ? "" : DATE_TIME.format(instant.atZone(zone()));
    }

    /** 2026-11-20, or nothing. */
    public static String date(@Nullable Instant instant) {
        return instant == null ? "" : DATE.format(instant.atZone(zone()));
    }

    /** 09:12, or nothing. */
    public static String time(@Nullable Instant instant) {
        return instant == null ? "" : TIME.format(instant.atZone(zone()));
    }

    /** How long ago or how far ahead: "35 min ago", "25 分钟后". */
    public static String relative(Instant instant) {
        Duration past = Duration.between(instant, now());
        if (past.abs().compareTo(Duration.ofMinutes(1)) < 0) {
            return text("design.time.now");
        }
        return text(past.isNegative() ? "design.time.ahead" : "design.time.ago", duration(past.abs()));
    }

    /** In the largest unit that is worth a word: "35 min", "2 h", "3 天". */
    public static String duration(Duration duration) {
        long minutes = Math.max(0, duration.toMinutes());
        if (minutes < 60) {
            return text("design.time.minutes", minutes);
        }
        if (minutes < 48 * 60) {
            return text("design.time.hours", minutes / 60);
        }
        return text("design.time.days", Long.toString(minutes / (24 * 60)));
    }

    /** What machines take can be short: below a minute it is told in seconds, below a second in milliseconds. */
    public static String took(Duration duration) {
        if (duration.toMillis() < 1000) {
            return text("design.time.milliseconds", Math.max(0, duration.toMillis()));
        }
        return duration.toSeconds() < 60 ? text("design.time.seconds", duration.toSeconds()) : duration(duration);
    }

    /** How many, with "+" when there are more than were counted. */
    public static String count(long total, boolean capped) {
        return text(capped ? "design.count.capped" : "design.count", total);
    }

    private static String text(String key, Object... args) {
        return I18NProvider.translate(locale(), key, args);
    }

    private static Timekeeping timekeeping() {
        VaadinSession session = VaadinSession.getCurrent();
        Timekeeping known = session == null ? null : session.getAttribute(Timekeeping.class);
        return known == null ? new Timekeeping(ZoneOffset.UTC, new MovableClock()) : known;
    }
}
