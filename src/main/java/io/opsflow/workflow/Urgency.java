package io.opsflow.workflow;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How soon somebody should act, the most urgent first. */
public enum Urgency {
    URGENT(0),
    HIGH(1),
    MEDIUM(2),
    LOW(3);

    /** What databases keep: the most urgent sorts first. */
    private final int rank;

    Urgency(int rank) {
        this.rank = rank;
    }

    /** Its name in the API and in addresses: {@code high}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    int rank() {
        return rank;
    }

    static Urgency ofRank(int rank) {
        return Arrays.stream(values())
                .filter(urgency -> urgency.rank == rank)
                .findFirst()
                .orElseThrow();
    }
}
