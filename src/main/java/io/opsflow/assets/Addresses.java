package io.opsflow.assets;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of the Internet Protocol, of version 4 and 6, in the one form in which they are kept. */
final class Addresses {

    private static final Pattern V4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final Pattern V6 = Pattern.compile("[0-9a-f:]*:[0-9a-f:]*:[0-9a-f:.]*", Pattern.CASE_INSENSITIVE);

    private Addresses() {}

    /** The address in its shortest usual form ({@code 10.0.3.17}, {@code 2001:db8::17}); empty when it is none. */
    static Optional<String> canonical(String text) {
        String address = text.strip();
        Matcher four = V4.matcher(address);
        if (four.matches()) {
            return v4(four);
        }
        return V6.matcher(address).matches() ? v6(address) : Optional.empty();
    }

    /** Leading zeros are refused: some programs read them as octal. */
    private static Optional<String> v4(Matcher four) {
        List<String> parts = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            String part = four.group(i);
            if (Integer.parseInt(part) > 255 || (part.length() > 1 && part.startsWith("0"))) {
                return Optional.empty();
            }
            parts.add(part);
        }
        return Optional.of(String.join(".", parts));
    }

    private static Optional<String> v6(String address) {
        try {
            // With a colon in it nobody is asked: it is read or refused.
            byte[] bytes = InetAddress.getByName("[" + address + "]").getAddress();
            return Optional.of(bytes.length == 4 ? dotted(bytes) : shortest(bytes));
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    private static String dotted(byte[] bytes) {
        return (bytes[0] & 255) + "." + (bytes[1] & 255) + "." + (bytes[2] & 255) + "." + (bytes[3] & 255);
    }

    /** RFC 5952: lower case, no leading zeros, the longest run of zeros left out. */
    private static String shortest(byte[] bytes) {
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = (bytes[2 * i] & 255) << 8 | (bytes[2 * i + 1] & 255);
        }
        int start = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int run = 0;
            while (i + run < 8 && groups[i + run] == 0) {
                run++;
            }
            if (run > length) {
                start = i;
                length = run;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == start) {
                text.append("::");
                i += length - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
