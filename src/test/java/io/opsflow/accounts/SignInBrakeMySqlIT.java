package io.opsflow.accounts;

import io.opsflow.testing.OpsFlowMySqlTest;

/** The same on MySQL. */
@OpsFlowMySqlTest
class SignInBrakeMySqlIT extends SignInBrakeTest {

    @Override
    int guesses() {
        return 2_000;
    }
}
