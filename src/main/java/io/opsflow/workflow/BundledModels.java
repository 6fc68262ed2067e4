package io.opsflow.workflow;

import io.opsflow.audit.AuditRecorder;
import io.opsflow.platform.Preparation;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Deploys the models that come with the product, before the product answers. A unit is deployed when its content was
 * never deployed from the product before, so that a node of an older release changes nothing back, and when the newest
 * version of its key comes from the product too: what somebody has deployed themselves is theirs.
 */
@Component
class BundledModels extends Preparation {

    private static final Logger LOG = LoggerFactory.getLogger(BundledModels.class);

    private final BundledUnits bundle;
    private final Deployments deployments;
    private final TransactionOperations transaction;
    private final AuditRecorder audit;

    BundledModels(
            BundledUnits bundle, Deployments deployments, TransactionOperations transaction, AuditRecorder audit) {
        super(ENGINE);
        this.bundle = bundle;
        this.deployments = deployments;
        this.transaction = transaction;
        this.audit = audit;
    }

    @Override
    protected void run() {
        bundle.units().forEach(unit -> transaction.executeWithoutResult(status -> deploy(unit)));
    }

    private void deploy(ModelUnit unit) {
        deployments.lock();
        if (deployments.wasBundled(unit)) {
            return;
        }
        if (deployments
                .latest(unit.kind(), unit.key())
                .filter(latest -> !latest.isBundled())
                .isPresent()) {
            LOG.info("A newer version of {} comes with this release; its owner decides what becomes of it", unit.key());
            return;
        }
        deployments.deploy(unit);
        audit.done(
                "process.deploy_bundled",
                "process",
                unit.key(),
                Map.of(),
                Map.of("forms", unit.files().size() - 1));
        LOG.info("Deployed {} with {} forms", unit.key(), unit.files().size() - 1);
    }
}
