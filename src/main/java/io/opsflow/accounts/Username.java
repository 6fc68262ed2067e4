package io.opsflow.accounts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name that somebody signs in with, in the one spelling under which it is kept. */
final class Username {

    private static final Pattern SPELLING = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");

    private Username() {}

    /** The kept spelling of what somebody typed; empty when no name can be spelled like this. */
    static Optional<String> normalised(String typed) {
        String name = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return SPELLING.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }

    /** What a kept name looks like at a glance: names with the same skeleton can be taken for each other. */
    static String skeleton(String username) {
        return username.replace('1', 'l')
                .replace('i', 'l')
                .replace('0', 'o')
                .replace("rn", "m")
                .replace("vv", "w");
    }
}
