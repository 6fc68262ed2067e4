package io.opsflow.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A place in the chain that is known for sure: its start or its head.
 *
 * @param seal the link's number; 0 where nothing was sealed yet
 * @param hash that link's hash
 * @param mac  the signature of both
 */
@SuppressWarnings("ArrayRecordComponent") // records of it are never compared
record ChainMark(String name, long seal, byte[] hash, byte[] mac) {

    static final String START = "start";
    static final String HEAD = "head";
    private static final byte[] NOTHING = {0};

    static ChainMark signed(String name, long seal, byte[] hash, AuditKey key) {
        return new ChainMark(name, seal, hash, key.mac().doFinal(bytes(name, seal, hash)));
    }

    /** Whether the program wrote it; of a chain that has not begun nobody did. */
    boolean holds(AuditKey key) {
        return seal == 0
                ? Arrays.equals(hash, NOTHING)
                : MessageDigest.isEqual(mac, key.mac().doFinal(bytes(name, seal, hash)));
    }

    /** Whether both are the same place. */
    boolean isAt(ChainMark other) {
        return seal == other.seal && Arrays.equals(hash, other.hash);
    }

    private static byte[] bytes(String name, long seal, byte[] hash) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(("mark " + name + " ").getBytes(StandardCharsets.US_ASCII));
            out.writeLong(seal);
            out.write(hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
