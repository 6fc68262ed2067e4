package io.opsflow.workflow;

import java.time.Instant;
import java.util.List;

/** The log of one kind of objects: the port by which a module shows its transitions beside those of all others. */
public interface TransitionSource {

    /** What the keys of its objects begin with: {@code T} for {@code T-1042}. */
    String prefix();

    /**
     * Those that the acting person may see, as the objects themselves, the newest first (of the same moment, the higher
     * number first), without names; a range of an index, however many there are.
     */
    List<Transition> newest(TransitionQuery query, Before place, int most);

    /** How many those are, at most one more than the limit. */
    long count(TransitionQuery query, int limit);

    /**
     * Where a list goes on: what happened before this moment, or then with a lower number.
     *
     * @param at the moment
     * @param id the number
     */
    record Before(Instant at, long id) {

        /** From the newest on. */
        public static final Before EVERYTHING = new Before(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);
    }
}
