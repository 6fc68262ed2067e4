package io.opsflow.workflow;

import io.opsflow.testing.OpsFlowMySqlTest;
import org.springframework.context.annotation.Import;

/** The same on MySQL. */
@OpsFlowMySqlTest
@Import(Weather.class)
class ProcessMonitorMySqlIT extends ProcessMonitorTest {}
