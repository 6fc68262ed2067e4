package io.opsflow.accounts;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A role as people are told of it. Built-in roles come first, in their own order.
 *
 * @param code what diagrams call it
 * @param name what people call it; null for a built-in role, whose name has the key {@code accounts.role.<code>}
 */
public record RoleName(String code, @Nullable String name) implements Comparable<RoleName> {

    static RoleName of(Role role) {
        return new RoleName(role.code(), role.name());
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
