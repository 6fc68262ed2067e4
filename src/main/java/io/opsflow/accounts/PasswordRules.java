package io.opsflow.accounts;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.opsflow.kernel.FieldError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a password must be like: long enough, not made of its owner's name, and not among the first thousand million that
 * somebody would try who knows the passwords, words, names, dates and rows of keys that people use. No kinds of characters
 * are prescribed: that makes passwords alike, and not better.
 */
final class PasswordRules {

    static final int SHORTEST = 10;
    /** What bcrypt looks at; more would be cut off without a word. */
    static final int LONGEST_BYTES = 72;

    /** Shorter names stand in good passwords by chance. */
    private static final int SHORTEST_NAME = 4;

    private static final double GUESSES = 1e9;

    /** What the lists do not know: names and habits in pinyin, and ours. */
    private static final List<String> HABITS = List.of(
            "opsflow",
            "woaini",
            "1314520",
            "5201314",
            "zhangsan",
            "lisi",
            "wangwu",
            "mima",
            "huawei",
            "zhongguo",
            "beijing",
            "shanghai",
            "nihao",
            "woshi",
            "aini",
            "yunwei",
            "gongsi",
            "kaifa",
            "baobei");

    private PasswordRules() {}

    /** Read when the first password is judged: the lists are long. */
    private static final class Guesser {

        private static final Zxcvbn INSTANCE = new Zxcvbn();

        private Guesser() {}
    }

    /**
     * Every rule that a password breaks.
     *
     * @param field    where the password was typed
     * @param username whose it is to be, in its normalised spelling
     * @param personal what else others know about that person
     */
    static List<FieldError> broken(String field, String password, String username, String... personal) {
        List<FieldError> errors = new ArrayList<>();
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            errors.add(new FieldError(field, "password-too-short", List.of(SHORTEST)));
        }
        if (!fits(password)) {
            errors.add(new FieldError(field, "password-too-long", List.of(LONGEST_BYTES)));
        }
        if (username.length() >= SHORTEST_NAME
                && password.toLowerCase(Locale.ROOT).contains(username)) {
            errors.add(new FieldError(field, "password-contains-name", List.of()));
        }
        if (errors.isEmpty() && isGuessed(password, username, personal)) {
            errors.add(new FieldError(field, "password-too-common", List.of()));
        }
        return errors;
    }

    /** Whether bcrypt sees all of it. */
    static boolean fits(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
    }

    private static boolean isGuessed(String password, String username, String... personal) {
        List<String> known = Stream.of(List.of(username), List.of(personal), HABITS)
                .flatMap(List::stream)
                .filter(text -> text.length() > 1)
                .toList();
        return Guesser.INSTANCE.measure(password, known).getGuesses() < GUESSES;
    }
}
