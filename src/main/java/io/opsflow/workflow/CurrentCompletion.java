package io.opsflow.workflow;

import org.jspecify.annotations.Nullable;

/** The completion in whose engine call this thread is: the states it enters are told what caused them. */
final class CurrentCompletion {

    private static final ThreadLocal<@Nullable Completion> CURRENT = new ThreadLocal<>();

    private CurrentCompletion() {}

    static @Nullable Completion get() {
        return CURRENT.get();
    }

    static void during(Completion completion, Runnable work) {
        Completion before = CURRENT.get();
        CURRENT.set(completion);
        try {
            work.run();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }
}
