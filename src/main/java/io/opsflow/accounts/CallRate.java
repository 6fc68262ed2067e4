package io.opsflow.accounts;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** How often each of many may come: so many at once, and as many in every minute. Kept in memory, each node by itself. */
final class CallRate {

    private static final int MOST = 20_000;

    private final int perMinute;
    private final double nanosPerCall;
    private final LongSupplier ticks;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    /** @param perMinute 0 for any number */
    CallRate(int perMinute, LongSupplier ticks) {
        this.perMinute = perMinute;
        this.nanosPerCall = perMinute == 0 ? 0 : (double) Duration.ofMinutes(1).toNanos() / perMinute;
        this.ticks = ticks;
    }

    /** @param calls that may come at once, as of the time */
    private record Bucket(double calls, long time) {}

    /** One more call; how long it has to wait, zero if it has not. A call that has to wait costs nothing. */
    synchronized Duration take(String caller) {
        if (perMinute == 0) {
            return Duration.ZERO;
        }
        long now = ticks.getAsLong();
        Bucket last = buckets.get(caller);
        double calls =
                last == null ? perMinute : Math.min(perMinute, last.calls() + (now - last.time()) / nanosPerCall);
        if (calls < 1) {
            buckets.put(caller, new Bucket(calls, now));
            return Duration.ofNanos((long) ((1 - calls) * nanosPerCall));
        }
        buckets.put(caller, new Bucket(calls - 1, now));
        if (buckets.size() > MOST) {
            buckets.remove(buckets.keySet().iterator().next());
        }
        return Duration.ZERO;
    }
}
