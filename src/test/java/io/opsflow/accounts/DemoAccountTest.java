package io.opsflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class DemoAccountTest {

    private final BCryptPasswordEncoder passwords = new BCryptPasswordEncoder();

    @ParameterizedTest
    @EnumSource
    void the_hash_is_that_of_the_name_followed_by_123(DemoAccount demo) {
        assertThat(demo.passwordHash()).startsWith("$2a$12$");
        assertThat(passwords.matches(demo.username() + "123", demo.passwordHash()))
                .isTrue();
        assertThat(Username.normalised(demo.username())).contains(demo.username());
    }
}
