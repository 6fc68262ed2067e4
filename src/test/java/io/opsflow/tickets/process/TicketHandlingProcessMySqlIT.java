package io.opsflow.tickets.process;

import io.opsflow.testing.OpsFlowMySqlTest;

/** The same on MySQL. */
@OpsFlowMySqlTest
class TicketHandlingProcessMySqlIT extends TicketHandlingProcessTest {}
