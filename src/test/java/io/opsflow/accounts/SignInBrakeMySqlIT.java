package io.opsflow.accounts;

import io.opsflow.testing.OpsFlowMySqlTest;

@OpsFlowMySqlTest
class SignInBrakeMySqlIT extends SignInBrakeTest {}
