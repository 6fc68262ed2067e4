package io.opsflow.audit;

import io.opsflow.testing.OpsFlowMySqlTest;
import org.springframework.test.annotation.DirtiesContext;

/** The same on MySQL. */
@OpsFlowMySqlTest
@DirtiesContext
class AuditChainMySqlIT extends AuditChainTest {}
