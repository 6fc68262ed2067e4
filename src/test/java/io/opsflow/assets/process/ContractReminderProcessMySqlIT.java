package io.opsflow.assets.process;

import io.opsflow.testing.OpsFlowMySqlTest;

/** The same on MySQL. */
@OpsFlowMySqlTest
class ContractReminderProcessMySqlIT extends ContractReminderProcessTest {}
