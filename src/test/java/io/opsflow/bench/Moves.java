package io.opsflow.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Supplier;

/** How long one client's moves took. */
final class Moves {

    private long[] nanos = new long[1024];
    private int count;

    /** Makes a move and notes its time. */
    <T> T make(Supplier<T> move) {
        long start = System.nanoTime();
        T made = move.get();
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = System.nanoTime() - start;
        return made;
    }

    /** The moves of several clients. */
    static Moves all(Collection<Moves> clients) {
        Moves all = new Moves();
        all.nanos = clients.stream()
                .flatMapToLong(client -> Arrays.stream(client.nanos, 0, client.count))
                .sorted()
                .toArray();
        all.count = all.nanos.length;
        return all;
    }

    int count() {
        return count;
    }

    /** The time in milliseconds within which so many of a hundred moves were made; of {@link #all} alone. */
    double percentile(int percent) {
        int index = (int) Math.ceil(count * percent / 100.0) - 1;
        return nanos[Math.max(0, index)] / 1e6;
    }
}
