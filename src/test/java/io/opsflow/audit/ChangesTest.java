package io.opsflow.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private record Account(String realName, @Nullable String email, boolean mustChangePassword, List<String> roles) {}

    @Test
    void only_what_is_different_is_kept() {
        Changes changes = new Changes();
        changes.add(
                new Account("Li", null, false, List.of("VIEWER")),
                new Account("Li", "li@x.cn", true, List.of("VIEWER")));

        assertThat(changes.json()).isEqualTo("{\"email\":[null,\"li@x.cn\"],\"must_change_password\":[false,true]}");
    }

    @Test
    void the_first_before_and_the_last_after_count() {
        Changes changes = new Changes();
        changes.add("status", "open", "held");
        changes.add("status", "held", "closed");
        changes.add("note", "a", "b");
        changes.add("note", "b", "a");

        assertThat(changes.json()).isEqualTo("{\"status\":[\"open\",\"closed\"]}");
    }

    @Test
    void nothing_different_is_nothing() {
        Changes changes = new Changes();
        changes.add(Map.of("a", 1), Map.of("a", 1));
        assertThat(changes.json()).isNull();
    }

    @Test
    void secrets_are_hidden_however_deep_they_are_and_that_they_changed_is_not() {
        String secret = "S3cret-of-a-person";
        Changes changes = new Changes();
        for (String field : List.of(
                "password",
                "newPassword",
                "old_password",
                "token",
                "refreshToken",
                "client_secret",
                "passwordHash",
                "api_key",
                "privateKey",
                "Authorization",
                "session_cookie")) {
            changes.add(field, null, secret);
        }
        changes.add("login", Map.of(), Map.of("inner", List.of(Map.of("password", secret))));
        changes.add("passwords", List.of(secret), List.of());

        assertThat(changes.json()).doesNotContain(secret).contains("\"password\":[null,\"•••\"]");
        assertThat(Changes.read(changes.json())).hasSize(13);
    }

    @Test
    void what_somebody_has_falsified_is_read_as_nothing() {
        assertThat(Changes.read("{")).isEmpty();
        assertThat(Changes.read("[]")).isEmpty();
        assertThat(Changes.read("{\"a\":[1]}")).isEmpty();
        assertThat(Changes.read(null)).isEmpty();
    }

    @Test
    void times_are_told_as_people_write_them() {
        Changes changes = new Changes();
        changes.add("at", null, Instant.parse("2026-11-21T08:00:00Z"));
        assertThat(changes.json()).isEqualTo("{\"at\":[null,\"2026-11-21T08:00:00Z\"]}");
    }
}
