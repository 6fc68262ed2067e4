package io.opsflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "Kranich-7-Teekanne",
                "紫色骆驼喝咖啡聊天气真好",
                "x8#Lq0!vTz2p",
                "wandering tin kettle",
            })
    void a_good_password_breaks_no_rule(String good) {
        assertThat(broken(good)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890",
                "password123",
                "P@ssw0rd123!",
                "qwertyuiop",
                "1qaz2wsx3edc",
                "iloveyou2020",
                "aaaaaaaaaaaaaaaa",
                "abcabcabcabc",
                "woaini1314520",
                "opsflow2026",
                "administrator",
                "13812345678",
                "Admin@12345",
                "zhangsan123",
                "huawei@123",
                "          ",
            })
    void what_everybody_tries_is_refused(String common) {
        assertThat(broken(common)).containsExactly("password-too-common");
    }

    @Test
    void short_long_and_made_of_the_name_is_said_each_by_itself() {
        assertThat(broken("x8#Lq0!vT")).containsExactly("password-too-short");
        assertThat(broken("x8#Lq0!v".repeat(9) + "z")).containsExactly("password-too-long");
        assertThat(broken("Li.Lei and the rest")).containsExactly("password-contains-name");
        assertThat(broken("li.lei")).containsExactly("password-too-short", "password-contains-name");
    }

    @Test
    void a_short_name_stands_in_a_good_password_by_chance() {
        assertThat(PasswordRules.broken("password", "wandering tin kettle", "an"))
                .isEmpty();
        assertThat(PasswordRules.broken("password", "wandering tin kettle", "kettle"))
                .extracting("code")
                .containsExactly("password-contains-name");
    }

    @Test
    void bytes_count_and_not_characters_where_bcrypt_counts() {
        assertThat(broken("紫".repeat(12) + "色骆驼喝咖啡聊天气真好")).doesNotContain("password-too-long");
        assertThat(broken("紫色骆驼喝咖啡聊天气真好紫色骆驼喝咖啡聊天气真好啊")).containsExactly("password-too-long");
    }

    @Test
    void what_others_know_of_the_person_makes_a_password_weak() {
        String password = "ottokarl-winterfeld";
        assertThat(broken(password)).isEmpty();
        assertThat(PasswordRules.broken("password", password, "li.lei", "Ottokarl", "Winterfeld"))
                .extracting("code")
                .containsExactly("password-too-common");
    }

    private static List<String> broken(String password) {
        return PasswordRules.broken("password", password, "li.lei").stream()
                .map(error -> error.code())
                .toList();
    }
}
