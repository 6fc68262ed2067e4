package io.opsflow.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import io.opsflow.kernel.Texts;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody else than the program has done to the log.
 *
 * @param kind  what was done
 * @param entry the entry's id, where it is about one
 * @param seal  the link of the chain, where it is about one
 * @param at    when the link was made, as far as that is known
 */
public record AuditFinding(Kind kind, @Nullable Long entry, @Nullable Long seal, @Nullable Instant at) {

    /** What can be done to a log. */
    public enum Kind {
        /** An entry does not say any more what the program has written. */
        ENTRY_CHANGED,
        /** An entry that the chain names is gone. */
        ENTRY_MISSING,
        /** An entry is there that the program has not written, or in another place. */
        ENTRY_INSERTED,
        /** A link does not follow from the one before it: it was changed, or its order was. */
        LINK_CHANGED,
        /** A link is gone. */
        LINK_MISSING,
        /** The chain's end is gone, or was another one. */
        TAIL_CUT,
        /** The chain's beginning is not where the program says. */
        START_CHANGED,
        /** Once, the program has found the chain's end other than it had left it. */
        END_WAS_CHANGED,
        /** A link that was noted outside of the database is not in it: an older state was put back, or a false one. */
        ANCHOR_MISSED;

        /** As the API spells it. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The finding in a sentence. */
    public String sentence(Texts texts, Locale locale) {
        return texts.get(locale, "audit.finding." + kind.code().replace('_', '-'), text(entry), text(seal));
    }

    private static String text(@Nullable Long number) {
        return number == null ? "?" : Long.toString(number);
    }
}
