package io.opsflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class PatientEncoderTest {

    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final PasswordEncoder watched = new BCryptPasswordEncoder(6) {

        @Override
        public boolean matches(CharSequence password, String encoded) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                return super.matches(password, encoded);
            } finally {
                now.decrementAndGet();
            }
        }
    };

    @Test
    void no_more_than_so_many_are_computed_at_once_and_all_are_answered() {
        PasswordEncoder patient = new PatientEncoder(watched, 2);
        String hash = patient.encode("right");
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<CompletableFuture<Boolean>> all = IntStream.range(0, 200)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> patient.matches(i % 2 == 0 ? "right" : "wrong", hash), threads))
                    .toList();
            assertThat(all.stream().filter(CompletableFuture::join)).hasSize(100);
        } finally {
            threads.shutdownNow();
        }
        assertThat(most).hasValue(2);
    }
}
