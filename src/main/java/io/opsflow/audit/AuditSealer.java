package io.opsflow.audit;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** When entries are chained: right after they were added, several at once; and what a stopped program has left behind. */
@Component
class AuditSealer {

    private static final Logger LOG = LoggerFactory.getLogger(AuditSealer.class);
    private static final long GATHER_MILLIS = 200;

    private final AuditChain chain;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "audit-sealer");
        made.setDaemon(true);
        return made;
    });

    AuditSealer(AuditChain chain) {
        this.chain = chain;
    }

    /** Something has been added. Nobody waits for its seal. */
    @SuppressWarnings("FutureReturnValueIgnored") // it tells itself what went wrong
    void soon() {
        if (asked.compareAndSet(false, true)) {
            try {
                thread.schedule(this::seal, GATHER_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException stopping) {
                LOG.debug("Sealed at the next start", stopping);
            }
        }
    }

    /** Does something behind the back of whoever is waiting for an answer. */
    void run(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException stopping) {
            LOG.warn("The program stops before all was written to the audit log", stopping);
        }
    }

    /** What a program that was killed has left behind, and what another node has not come to. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void catchUp() {
        soon();
    }

    private void seal() {
        asked.set(false);
        try {
            while (chain.sealSome()) {
                LOG.debug("There is more to seal");
            }
            chain.note();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The audit log is sealed later: {}", e.toString());
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
            LOG.info("The audit log is sealed at the next start");
        }
    }
}
