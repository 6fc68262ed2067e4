package io.opsflow.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role: a bundle of permissions.
 *
 * @param code        what diagrams call it: {@code SUPERVISOR}
 * @param name        what people call it; null for a built-in role, which the program knows the names of
 * @param nameEn      what readers of English call it, where that is another name
 * @param builtIn     whether it came with the program: then it can be edited and reset, and not deleted
 * @param isAsBuilt   whether a built-in role allows what it allowed when it came
 * @param version     grows with every change; who changes the role says which one was read
 * @param permissions what it allows, sorted
 * @param kept        those of them that cannot be taken away, sorted
 * @param members     how many people have it, by themselves or by a group
 */
public record RoleDetails(
        String code,
        @Nullable String name,
        @Nullable String nameEn,
        boolean builtIn,
        boolean isAsBuilt,
        int version,
        List<String> permissions,
        List<String> kept,
        int members) {

    public RoleDetails {
        permissions = List.copyOf(permissions);
        kept = List.copyOf(kept);
    }

    /** Its name in every language. */
    public RoleName label() {
        return new RoleName(code, name, nameEn);
    }
}
