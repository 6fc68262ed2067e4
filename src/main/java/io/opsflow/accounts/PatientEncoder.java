package io.opsflow.accounts;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Computes only a few passwords at once, so that many who guess leave the others processors to work with. */
final class PatientEncoder implements PasswordEncoder {

    private final PasswordEncoder encoder;
    private final Semaphore turns;

    PatientEncoder(PasswordEncoder encoder, int atOnce) {
        this.encoder = encoder;
        this.turns = new Semaphore(atOnce, true);
    }

    @Override
    public String encode(CharSequence password) {
        return inTurn(() -> encoder.encode(password));
    }

    @Override
    public boolean matches(CharSequence password, String encoded) {
        return inTurn(() -> encoder.matches(password, encoded));
    }

    @Override
    public boolean upgradeEncoding(String encoded) {
        return encoder.upgradeEncoding(encoded);
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
