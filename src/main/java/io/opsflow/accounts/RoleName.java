package io.opsflow.accounts;

import io.opsflow.kernel.Texts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A role as people are told of it. Built-in roles come first, in their own order.
 *
 * @param code   what diagrams call it
 * @param name   what people call it; null for a built-in role, whose name has the key {@code accounts.role.<code>}
 * @param nameEn what readers of English call it; null where they use the same name
 */
public record RoleName(String code, @Nullable String name, @Nullable String nameEn) implements Comparable<RoleName> {

    static RoleName of(Role role) {
        return new RoleName(role.code(), role.name(), role.nameEn());
    }

    /** A built-in role. */
    static RoleName of(BuiltInRole role) {
        return new RoleName(role.name(), null, null);
    }

    /** What a reader of the language calls it. */
    public String in(Texts texts, Locale locale) {
        if (name == null) {
            return texts.get(locale, "accounts.role." + code);
        }
        return nameEn != null && Texts.language(locale).equals(Locale.ENGLISH) ? nameEn : name;
    }

    @Override
    public int compareTo(RoleName other) {
        return Comparator.comparingInt(RoleName::rank)
                .thenComparing(RoleName::code)
                .compare(this, other);
    }

    private int rank() {
        return Arrays.stream(BuiltInRole.values())
                .filter(builtIn -> builtIn.name().equals(code))
                .findFirst()
                .map(BuiltInRole::ordinal)
                .orElse(Integer.MAX_VALUE);
    }
}
