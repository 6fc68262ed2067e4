package io.opsflow.assets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.3.17, 10.0.3.17",
        "' 255.255.255.255 ', 255.255.255.255",
        "2001:DB8:0:0:0:0:0:17, 2001:db8::17",
        "2001:db8::0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "::, ::",
        "::1, ::1",
        "fe80::, fe80::",
        "1:0:0:2:0:0:0:3, 1:0:0:2::3",
        "::ffff:10.0.0.1, 10.0.0.1"
    })
    void an_address_has_one_form(String written, String kept) {
        assertThat(Addresses.canonical(written)).hasValue(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0",
                "10.0.0.256",
                "10.0.0.1/24",
                "010.0.0.1",
                "10.0.0.1.2",
                "a.b.c.d",
                "localhost",
                ":::",
                "1:2:3:4:5:6:7:8:9",
                "2001:db8::g",
                "fe80::1%eth0",
                "[::1]",
                "::1::2",
                "12345::",
                "１０.0.0.1",
                "1:2"
            })
    void what_is_no_address_is_none_and_nobody_is_asked(String written) {
        assertThat(Addresses.canonical(written)).isEmpty();
    }
}
