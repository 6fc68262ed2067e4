package io.opsflow.accounts;

import io.opsflow.platform.StartRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many wrong passwords are too many within fifteen minutes.
 *
 * @param failures        for one name
 * @param addressFailures from one address, behind which a whole office may sit
 */
@ConfigurationProperties("opsflow.sign-in")
record SignInProperties(@DefaultValue("5") Integer failures, @DefaultValue("50") Integer addressFailures) {

    SignInProperties {
        if (failures < 1 || addressFailures < failures) {
            throw new StartRefused("accounts.bad-sign-in-limits", failures, addressFailures);
        }
    }
}
