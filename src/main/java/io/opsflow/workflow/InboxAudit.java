package io.opsflow.workflow;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.kernel.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares the inbox with the engine. They are written in one transaction, so that a difference means that somebody
 * has changed one of them by other means; whoever works meanwhile is never taken for a difference.
 */
@Service
public class InboxAudit {

    private static final Logger LOG = LoggerFactory.getLogger(InboxAudit.class);

    /** How many differences a log line names. */
    private static final int NAMED = 10;

    private final InboxSuspects suspects;
    private final InboxTruth truth;
    private final TransactionTemplate transaction;
    private volatile List<InboxDifference> last = List.of();

    InboxAudit(InboxSuspects suspects, InboxTruth truth, TransactionTemplate transaction) {
        this.suspects = suspects;
        this.truth = truth;
        this.transaction = transaction;
    }

    /** Every difference there is; empty when all is well. Nothing is changed. */
    @PreAuthorize("hasAuthority('processes.operate')")
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public List<InboxDifference> compare() {
        return found();
    }

    /** Makes the inbox say what the engine says, task by task, and gives back what was different. */
    @PreAuthorize("hasAuthority('processes.operate')")
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @Audited("inbox.repair")
    public List<InboxDifference> repair() {
        List<InboxDifference> repaired = each(truth::repair);
        if (!repaired.isEmpty()) {
            LOG.warn(
                    "{} has repaired {} tasks of the inbox: {}", Actor.current().name(), repaired.size(), repaired);
        }
        AuditTrail.fact("repaired", null, repaired);
        last = List.of();
        return repaired;
    }

    /** What was found last on this node. */
    List<InboxDifference> last() {
        return last;
    }

    /** The nightly comparison. Two nodes that do it do it twice, which harms nobody. */
    void tell() {
        SystemIdentity.during(() -> {
            List<InboxDifference> found = found();
            if (found.isEmpty()) {
                LOG.info("The inbox says what the engine says");
            } else {
                LOG.warn(
                        "The inbox differs from the engine in {} tasks, such as {}; repair it at /api/v1/inbox/repair",
                        found.size(),
                        found.subList(0, Math.min(NAMED, found.size())));
            }
        });
    }

    private List<InboxDifference> found() {
        last = each(truth::difference);
        return last;
    }

    /** What looked different is looked at again with the task held: perhaps somebody was just working on it. */
    private List<InboxDifference> each(Function<String, Optional<InboxDifference>> again) {
        List<InboxDifference> differences = new ArrayList<>();
        for (String task : suspects.all()) {
            Objects.requireNonNull(transaction.execute(status -> again.apply(task)))
                    .ifPresent(differences::add);
        }
        return List.copyOf(differences);
    }
}
