package io.opsflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativeRedirectsTest {

    @ParameterizedTest
    @CsvSource({
        "/home, /home",
        "login?error, login?error",
        "http://opsflow.example/tickets?continue, /tickets?continue",
        "https://evil.example, /",
        "//evil.example/a, /a",
        "\\\\evil.example/a, /a",
        "/\\evil.example/a, /a",
        "http://evil.example//evil.example/a, /evil.example/a",
        "https:////evil.example?a=http://b, ?a=http://b"
    })
    void nobody_is_led_to_another_host(String location, String led) {
        assertThat(RelativeRedirects.withoutHost(location)).isEqualTo(led);
    }
}
