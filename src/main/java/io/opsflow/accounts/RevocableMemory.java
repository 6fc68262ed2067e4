package io.opsflow.accounts;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What was found in a table and may be a few seconds old, unless this program changed it: such a change counts from the end
 * of its transaction on, also for those who were reading meanwhile.
 */
final class RevocableMemory<V> {

    private static final Duration AGE = Duration.ofSeconds(5);

    private final Remembered<String, V> memory = new Remembered<>(10_000, AGE);
    private final AtomicLong changes = new AtomicLong();

    /** What is remembered under the key, else what the table says. */
    Optional<V> get(String key, Supplier<Optional<V>> table) {
        Optional<V> kept = memory.get(key);
        if (kept.isPresent()) {
            return kept;
        }
        long before = changes.get();
        Optional<V> found = table.get();
        found.ifPresent(value -> {
            memory.put(key, value);
            if (changes.get() != before) {
                memory.forget();
            }
        });
        return found;
    }

    /** Something was changed, in this transaction if there is one. */
    void changed() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            forget();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                forget();
            }
        });
    }

    private void forget() {
        changes.incrementAndGet();
        memory.forget();
    }
}
