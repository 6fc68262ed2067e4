package io.opsflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What is set to nothing has its default, as .env.example says. */
class EmptySettingsTest {

    @Test
    void limits_that_are_empty_have_their_defaults() {
        Binder binder = new Binder(new MapConfigurationPropertySource(Map.of(
                "opsflow.sign-in.failures", "",
                "opsflow.sign-in.address-failures", "60",
                "opsflow.rate.caller", "")));
        assertThat(binder.bind("opsflow.sign-in", SignInProperties.class).get()).isEqualTo(new SignInProperties(5, 60));
        assertThat(binder.bindOrCreate("opsflow.rate", RateProperties.class)).isEqualTo(new RateProperties(1200, 6000));
    }
}
