package io.opsflow.accounts;

import io.opsflow.testing.OpsFlowMySqlTest;

/** The same on MySQL. */
@OpsFlowMySqlTest
class ManyPeopleMySqlIT extends ManyPeopleTest {}
