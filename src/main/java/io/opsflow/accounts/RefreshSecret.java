package io.opsflow.accounts;

import io.opsflow.platform.OpsFlowSettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * What a refresh token consists of: by what its sign-in is found, and what only its holder knows. The next one follows from
 * it, for whoever has the installation's key: two who refresh in the same instant get the same, and only digests are kept.
 */
record RefreshSecret(String lookup, String secret) {

    private static final Pattern SPELLING = Pattern.compile("([0-9a-f]{32})\\.([A-Za-z0-9_-]{43})");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** For a new sign-in. */
    static RefreshSecret first() {
        return new RefreshSecret(HexFormat.of().formatHex(random(16)), text(random(32)));
    }

    static Optional<RefreshSecret> of(String token) {
        Matcher parts = SPELLING.matcher(token);
        return parts.matches() ? Optional.of(new RefreshSecret(parts.group(1), parts.group(2))) : Optional.empty();
    }

    /** The one that counts when this one was used. */
    RefreshSecret next(OpsFlowSettings settings) {
        SecretKey key = settings.keyFor("refresh tokens");
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return new RefreshSecret(lookup, text(mac.doFinal(token().getBytes(StandardCharsets.US_ASCII))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + key.getAlgorithm(), e);
        }
    }

    /** As it is kept. 256 random bits need no slow hash. */
    String hash() {
        return hash(secret);
    }

    static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** As its holder sends it. */
    String token() {
        return lookup + "." + secret;
    }

    static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "RefreshSecret[]";
    }
}
