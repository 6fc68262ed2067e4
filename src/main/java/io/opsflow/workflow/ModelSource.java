package io.opsflow.workflow;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a version of a process comes from. */
public enum ModelSource {
    /** It came with the product. */
    BUNDLED,
    /** A process owner deployed it. */
    LIVE_EDIT,
    /** A process owner went back to an older version. */
    RESTORED;

    /** Before the number of the version that was deployed again. */
    static final String RESTORED_FROM = "opsflow-version-";

    private static final Pattern RESTORED_VERSION = Pattern.compile(RESTORED_FROM + "(\\d{1,9})");

    /** What the source of a deployment says, as the engine keeps it. */
    static ModelSource of(@Nullable String source) {
        if (Deployments.BUNDLE.equals(source)) {
            return BUNDLED;
        }
        return restoredFrom(source) == null ? LIVE_EDIT : RESTORED;
    }

    /** The version whose content was deployed again; null for what was deployed otherwise. */
    static @Nullable Integer restoredFrom(@Nullable String source) {
        Matcher restored = RESTORED_VERSION.matcher(source == null ? "" : source);
        return restored.matches() ? Integer.valueOf(restored.group(1)) : null;
    }

    /** Its name in the API and in message keys: {@code live_edit}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
