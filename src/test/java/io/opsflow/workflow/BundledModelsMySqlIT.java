package io.opsflow.workflow;

import io.opsflow.audit.AuditRecorder;
import io.opsflow.testing.OpsFlowMySqlTest;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The same on MySQL. */
@OpsFlowMySqlTest
class BundledModelsMySqlIT extends BundledModelsTest {

    BundledModelsMySqlIT(
            @Autowired RepositoryService repository,
            @Autowired Deployments deployments,
            @Autowired DeployedFiles files,
            @Autowired TransactionTemplate transaction,
            @Autowired AuditRecorder audit) {
        super(repository, deployments, files, transaction, audit);
    }
}
