package io.opsflow.audit;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Tells whoever watches the program what the last check found. The node stays in service: others would find the same. */
@Component("auditHealthIndicator")
class AuditHealth extends AbstractHealthIndicator {

    private final AuditChecks checks;

    AuditHealth(AuditChecks checks) {
        this.checks = checks;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        AuditReport last = checks.last();
        health.up();
        if (last != null) {
            health.withDetail("findings", last.wrong()).withDetail("checked_at", last.checkedAt());
        }
    }
}
