package io.opsflow.accounts;

import java.text.Normalizer;
import java.util.Locale;

/** What is left of a name when width, case and blanks do not count: names that look the same are the same. */
final class PlainName {

    private PlainName() {}

    static String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}\\p{Cf}]", "");
    }

    static boolean same(String one, String other) {
        return of(one).equals(of(other));
    }
}
