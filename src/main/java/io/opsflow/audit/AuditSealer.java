package io.opsflow.audit;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Chains what has been added. */
@Component
class AuditSealer {

    private static final Logger LOG = LoggerFactory.getLogger(AuditSealer.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "audit-sealer");
        made.setDaemon(true);
        return made;
    });

    /** Something has been added. */
    void soon() {}

    /** Does something behind the back of whoever is waiting for an answer. */
    void run(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException stopping) {
            LOG.warn("The program stops before all was written to the audit log", stopping);
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdown();
    }
}
