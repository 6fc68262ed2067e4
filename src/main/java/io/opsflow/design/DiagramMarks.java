package io.opsflow.design;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a diagram shows besides its drawing.
 *
 * @param active places where a process stands
 * @param done   places and ways that it has passed
 * @param notes  short plain texts to stand at places, such as a person or a time
 * @param badges numbers to stand at places
 * @param picked the place that the reader has chosen; null for none
 */
public record DiagramMarks(
        List<String> active,
        List<String> done,
        Map<String, String> notes,
        Map<String, Badge> badges,
        @Nullable String picked) {

    /** Nothing. */
    public static final DiagramMarks NONE = new DiagramMarks(List.of(), List.of(), Map.of(), Map.of(), null);

    public DiagramMarks {
        active = List.copyOf(active);
        done = List.copyOf(done);
        notes = Map.copyOf(notes);
        badges = Map.copyOf(badges);
    }

    /**
     * How much stands at a place and how much of it failed; zeros are not shown.
     *
     * @param label the same in words
     */
    public record Badge(long running, long failed, String label) {}
}
