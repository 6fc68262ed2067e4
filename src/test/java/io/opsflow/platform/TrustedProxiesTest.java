package io.opsflow.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    @Test
    void without_a_word_only_this_machine_is_believed() {
        assertThat("127.0.0.1").matches(TrustedProxies.pattern(""));
        assertThat("0:0:0:0:0:0:0:1").matches(TrustedProxies.pattern(" "));
        assertThat("10.0.0.5").doesNotMatch(TrustedProxies.pattern(""));
        assertThat("192.168.1.1").doesNotMatch(TrustedProxies.pattern(""));
    }

    @Test
    void who_is_named_is_believed_and_no_neighbour() {
        String pattern = TrustedProxies.pattern("10.0.0.5, 172.18.*, fd00::7");
        assertThat("127.0.0.1").matches(pattern);
        assertThat("10.0.0.5").matches(pattern);
        assertThat("172.18.3.4").matches(pattern);
        assertThat("fd00:0:0:0:0:0:0:7").matches(pattern);
        assertThat("10.0.0.50").doesNotMatch(pattern);
        assertThat("1010.0.5").doesNotMatch(pattern);
        assertThat("172.180.3.4").doesNotMatch(pattern);
        assertThat("172.19.0.1").doesNotMatch(pattern);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.com", "*", "10.0.0.0/8", "10.0.0.1;", "300.1.1.1", ".*"})
    void what_is_no_address_is_refused_in_both_languages(String given) {
        assertThatThrownBy(() -> TrustedProxies.pattern(given)).isInstanceOfSatisfying(StartRefused.class, refused -> {
            assertThat(refused.sentence(Locale.ENGLISH)).contains("OPSFLOW_TRUSTED_PROXIES", given);
            assertThat(refused.sentence(Locale.SIMPLIFIED_CHINESE)).contains(given);
        });
    }
}
