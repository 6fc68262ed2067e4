package io.opsflow.workflow;

import io.opsflow.testing.OpsFlowMySqlTest;

/** The same on MySQL. */
@OpsFlowMySqlTest
class InboxAuditMySqlIT extends InboxAuditTest {}
