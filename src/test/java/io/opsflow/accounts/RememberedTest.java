package io.opsflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final AtomicLong ticks = new AtomicLong();
    private final Remembered<String, String> remembered = new Remembered<>(2, Duration.ofSeconds(60), ticks::get);

    @Test
    void an_answer_ends_a_minute_after_it_was_given_however_often_it_is_used() {
        remembered.put("a", "1");
        ticks.set(Duration.ofSeconds(59).toNanos());
        assertThat(remembered.get("a")).contains("1");
        ticks.set(Duration.ofSeconds(60).toNanos());
        assertThat(remembered.get("a")).isEmpty();
    }

    @Test
    void the_longest_unused_answer_makes_room() {
        remembered.put("a", "1");
        remembered.put("b", "2");
        assertThat(remembered.get("a")).contains("1");
        remembered.put("c", "3");
        assertThat(remembered.get("b")).isEmpty();
        assertThat(remembered.get("a")).contains("1");
        assertThat(remembered.get("c")).contains("3");
    }

    @Test
    void what_must_not_be_remembered_is_not() {
        VerifiedPasswords never = VerifiedPasswords.never();
        never.remember("admin", "hash", "secret");
        assertThat(never.knows("admin", "hash", "secret")).isFalse();
    }

    @Test
    void a_verified_password_holds_for_this_name_hash_and_password_alone() {
        VerifiedPasswords verified = VerifiedPasswords.forAMinute(ticks::get);
        verified.remember("admin", "hash", "secret");
        assertThat(verified.knows("admin", "hash", "secret")).isTrue();
        assertThat(verified.knows("admin", "other hash", "secret")).isFalse();
        assertThat(verified.knows("admin", "hash", "other")).isFalse();
        assertThat(verified.knows("viewer", "hash", "secret")).isFalse();
        assertThat(verified.knows("adminhash", "", "secret")).isFalse();
    }
}
