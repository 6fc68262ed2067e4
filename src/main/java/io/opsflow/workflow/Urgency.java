package io.opsflow.workflow;

import java.util.Arrays;

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
