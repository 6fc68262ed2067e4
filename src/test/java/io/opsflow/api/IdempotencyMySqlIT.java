package io.opsflow.api;

import io.opsflow.testing.OpsFlowMySqlTest;

/** The same on MySQL. */
@OpsFlowMySqlTest
class IdempotencyMySqlIT extends IdempotencyTest {}
