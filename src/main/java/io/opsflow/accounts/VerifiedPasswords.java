package io.opsflow.accounts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords that were right a moment ago, so that a program that sends its password with every call does not pay for a
 * slow hash each time. Kept is a keyed digest over name, stored hash and password, under a key that ends with the process:
 * a changed password is another digest, and nothing here can be turned back into a password.
 */
final class VerifiedPasswords {

    private static final String MAC = "HmacSHA256";

    private final SecretKeySpec key;
    private final Remembered<ByteBuffer, Boolean> digests;

    private VerifiedPasswords(int size, Duration age, LongSupplier ticks) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, MAC);
        digests = new Remembered<>(size, age, ticks);
    }

    /** For programs that call the API. */
    static VerifiedPasswords forAMinute() {
        return forAMinute(System::nanoTime);
    }

    static VerifiedPasswords forAMinute(LongSupplier ticks) {
        return new VerifiedPasswords(2_000, Duration.ofSeconds(60), ticks);
    }

    /** For people at the sign-in page. */
    static VerifiedPasswords never() {
        return new VerifiedPasswords(0, Duration.ZERO, System::nanoTime);
    }

    boolean knows(String username, String hash, String password) {
        return digests.get(digest(username, hash, password)).isPresent();
    }

    void remember(String username, String hash, String password) {
        digests.put(digest(username, hash, password), true);
    }

    private ByteBuffer digest(String... parts) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // The length first: no part can pass for the end of another.
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                mac.update(bytes);
            }
            return ByteBuffer.wrap(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }
}
