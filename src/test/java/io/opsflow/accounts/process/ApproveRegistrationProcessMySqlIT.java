package io.opsflow.accounts.process;

import io.opsflow.testing.OpsFlowMySqlTest;

/** The same on MySQL. */
@OpsFlowMySqlTest
class ApproveRegistrationProcessMySqlIT extends ApproveRegistrationProcessTest {}
