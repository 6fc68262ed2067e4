package io.opsflow.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One link of the chain.
 *
 * @param id      its place in the chain, from 1
 * @param at      when it was made
 * @param members the ids of its entries, ascending
 * @param hash    over the link before, this one and its entries
 */
@SuppressWarnings("ArrayRecordComponent") // records of it are never compared
record Seal(long id, Instant at, List<Long> members, byte[] hash) {

    Seal {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    Seal withHash(byte[] given) {
        return new Seal(id, at, members, given);
    }

    /** What the hash is made of: the same bytes for the same link, and never for another. */
    byte[] bytes(byte[] before, List<byte[]> macs) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + 40 * macs.size());
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write("seal".getBytes(StandardCharsets.US_ASCII));
            out.writeLong(id);
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
            out.writeInt(before.length);
            out.write(before);
            for (int i = 0; i < macs.size(); i++) {
                out.writeLong(members.get(i));
                out.write(macs.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** {@code 1001 1 1 3} for 1001, 1002, 1003 and 1006. */
    String membersText() {
        long[] last = {0};
        return members.stream()
                .map(id -> {
                    long distance = id - last[0];
                    last[0] = id;
                    return Long.toString(distance);
                })
                .collect(Collectors.joining(" "));
    }

    /** Reads what {@link #membersText} has written; from a falsified text it reads what can be read. */
    static List<Long> members(String text) {
        List<Long> ids = new ArrayList<>();
        long last = 0;
        for (String distance : text.split(" ", -1)) {
            if (!distance.matches("-?\\d{1,18}")) {
                break;
            }
            last += Long.parseLong(distance);
            ids.add(last);
        }
        return ids;
    }
}
