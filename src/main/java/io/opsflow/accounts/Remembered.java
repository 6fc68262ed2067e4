package io.opsflow.accounts;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Answers that may be a little old. Holds at most so many, the longest unused go first, and each for at most so long,
 * counted from when it was put here and not from its last use.
 */
final class Remembered<K, V> {

    private record Kept<V>(V value, long since) {}

    private final int size;
    private final long nanos;
    private final LongSupplier ticks;
    private final Map<K, Kept<V>> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** Measured by the machine's own ticks: the application's clock can be moved, the age of an answer cannot. */
    Remembered(int size, Duration age) {
        this(size, age, System::nanoTime);
    }

    Remembered(int size, Duration age, LongSupplier ticks) {
        this.size = size;
        this.nanos = age.toNanos();
        this.ticks = ticks;
    }

    synchronized Optional<V> get(K key) {
        Kept<V> found = kept.get(key);
        if (found == null) {
            return Optional.empty();
        }
        if (ticks.getAsLong() - found.since() >= nanos) {
            kept.remove(key);
            return Optional.empty();
        }
        return Optional.of(found.value());
    }

    synchronized void put(K key, V value) {
        kept.put(key, new Kept<>(value, ticks.getAsLong()));
        if (kept.size() > size) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    synchronized void forget() {
        kept.clear();
    }
}
