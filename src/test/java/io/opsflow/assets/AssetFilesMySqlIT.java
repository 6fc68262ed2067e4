package io.opsflow.assets;

import io.opsflow.testing.OpsFlowMySqlTest;

/** The same on MySQL. */
@OpsFlowMySqlTest
class AssetFilesMySqlIT extends AssetFilesTest {}
