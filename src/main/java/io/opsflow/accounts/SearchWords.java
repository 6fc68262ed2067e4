package io.opsflow.accounts;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The beginnings by which a person is found: of every word in the names, the address and the number, and of every Chinese
 * character in the name. What is looked for is then a range of an index, among however many people.
 */
final class SearchWords {

    private static final int LONGEST = 64;
    private static final int LAST_DIGITS = 4;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private SearchWords() {}

    /** What a person is found by. */
    static Set<String> of(String username, String realName, @Nullable String email, @Nullable String phone) {
        String digits = phone == null ? "" : phone.replaceAll("\\D", "");
        String last = digits.substring(Math.max(0, digits.length() - LAST_DIGITS));
        return Stream.of(username, realName, email, phone, digits, last)
                .filter(Objects::nonNull)
                .map(SearchWords::plain)
                .flatMap(SearchWords::beginnings)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The words of what is looked for, all of which a person must have. */
    static List<String> asked(@Nullable String q) {
        return BLANKS.splitAsStream(plain(Objects.requireNonNullElse(q, "")))
                .filter(word -> !word.isEmpty())
                .map(SearchWords::cut)
                .distinct()
                .toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private static Stream<String> beginnings(String text) {
        return IntStream.range(0, text.length())
                .filter(at -> at == 0 || begins(text, at))
                .mapToObj(at -> cut(text.substring(at)));
    }

    private static boolean begins(String text, int at) {
        char here = text.charAt(at);
        return Character.isIdeographic(here)
                || Character.isLetterOrDigit(here) && !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private static String cut(String word) {
        return word.substring(0, Math.min(word.length(), LONGEST));
    }
}
