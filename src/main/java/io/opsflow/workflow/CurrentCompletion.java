package io.opsflow.workflow;

import org.jspecify.annotations.Nullable;

/** The completion in whose engine call this thread is: the states it enters are told what caused them. */
final class CurrentCompletion {

    private static final ThreadLocal<@Nullable Completion> CURRENT = new ThreadLocal<>();

    private CurrentCompletion() {}

    /** The completion, for the first state that it brings about; what follows in the same call is the process's doing. */
    static @Nullable Completion take() {
        Completion completion = CURRENT.get();
        CURRENT.remove();
        return completion;
    }

    static void during(Completion completion, Runnable work) {
        CURRENT.set(completion);
        try {
            work.run();
        } finally {
            CURRENT.remove();
        }
    }
}
