package io.opsflow.assets;

import io.opsflow.testing.OpsFlowMySqlTest;

/** The same on MySQL. */
@OpsFlowMySqlTest
class ElevationsMySqlIT extends ElevationsTest {}
