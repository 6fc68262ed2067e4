package io.opsflow.workflow;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Tells whoever watches the program what the last comparison found. The node stays in service: others would find the same. */
@Component("inboxHealthIndicator")
class InboxAuditHealth extends AbstractHealthIndicator {

    private final InboxAudit audit;

    InboxAuditHealth(InboxAudit audit) {
        this.audit = audit;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up().withDetail("differences", audit.last().size());
    }
}
