package io.opsflow.accounts;

import io.opsflow.platform.StartRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many calls of the API a node answers in a minute; 0 for any number. As many can come at once, then they are spread.
 *
 * @param caller  of one person, with whatever token
 * @param address from one address, signed in or not
 */
@ConfigurationProperties("opsflow.rate")
record RateProperties(@DefaultValue("1200") Integer caller, @DefaultValue("6000") Integer address) {

    RateProperties {
        if (caller < 0 || address < 0) {
            throw new StartRefused("tokens.bad-rate", caller, address);
        }
    }
}
