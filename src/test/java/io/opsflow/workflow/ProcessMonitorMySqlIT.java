package io.opsflow.workflow;

import io.opsflow.testing.OpsFlowMySqlTest;

@OpsFlowMySqlTest
class ProcessMonitorMySqlIT extends ProcessMonitorTest {}
