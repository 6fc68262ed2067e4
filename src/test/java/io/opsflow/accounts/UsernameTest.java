package io.opsflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameTest {

    @Test
    void case_width_and_surrounding_space_make_no_difference() {
        assertThat(Username.normalised(" Li.Lei ")).contains("li.lei");
        assertThat(Username.normalised("ａｄｍｉｎ")).contains("admin");
        assertThat(Username.normalised("ＡＤＭＩＮ２")).contains("admin2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "李雷", ".hidden", "a b", "a/b", "#system", "аdmin", "admin\u0000", "a\u200bb"})
    void what_cannot_be_spelled_is_nobodys_name(String typed) {
        assertThat(Username.normalised(typed)).isEmpty();
    }

    @Test
    void a_name_has_at_most_64_characters() {
        assertThat(Username.normalised("x".repeat(64))).isPresent();
        assertThat(Username.normalised("x".repeat(65))).isEmpty();
    }
}
