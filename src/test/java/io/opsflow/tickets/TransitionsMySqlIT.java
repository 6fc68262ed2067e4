package io.opsflow.tickets;

import io.opsflow.testing.OpsFlowMySqlTest;

/** The same on MySQL. */
@OpsFlowMySqlTest
class TransitionsMySqlIT extends TransitionsTest {}
