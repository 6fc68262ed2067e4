package io.opsflow.workflow;

import org.jspecify.annotations.Nullable;

/**
 * Which tasks of an inbox are wanted.
 *
 * @param view       whose
 * @param processKey only of this process; null for all
 * @param urgency    only of this urgency; null for all
 * @param q          only with this text in the title or the key; null for all
 */
public record InboxQuery(View view, @Nullable String processKey, @Nullable Urgency urgency, @Nullable String q) {

    /** Whose tasks an inbox shows. */
    public enum View {
        /** Assigned, or offered alone, to me. */
        MINE,
        /** Offered to my roles and groups. */
        CLAIMABLE,
        /** Both. */
        ALL
    }

    /** Everything in a view. */
    public static InboxQuery of(View view) {
        return new InboxQuery(view, null, null, null);
    }
}
