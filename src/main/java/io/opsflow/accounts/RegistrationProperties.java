package io.opsflow.accounts;

import io.opsflow.platform.StartRefused;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How accounts are come by.
 *
 * @param contact      who opens accounts here, in the installation's own words: a name, an address, a number
 * @param registration {@code open}, {@code approval} or {@code closed}; nothing leaves it to the profile
 */
@ConfigurationProperties("opsflow")
record RegistrationProperties(@Nullable String contact, @Nullable String registration) {

    RegistrationProperties {
        if (registration != null
                && !registration.isBlank()
                && find(registration).isEmpty()) {
            throw new StartRefused("accounts.bad-registration", registration);
        }
    }

    /** What was set; empty where nothing was. */
    Optional<RegistrationMode> mode() {
        return registration == null ? Optional.empty() : find(registration);
    }

    private static Optional<RegistrationMode> find(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(RegistrationMode.values())
                .filter(mode -> mode.name().equals(name))
                .findFirst();
    }
}
