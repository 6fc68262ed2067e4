package io.opsflow.accounts;

import org.jspecify.annotations.Nullable;

/**
 * Which accounts are looked for; what is null does not matter.
 *
 * @param q          beginnings of words in user name, real name, e-mail or phone; in Chinese from any character on
 * @param role       the code of a role
 * @param group      the code of a group
 * @param department exactly this one
 */
public record AccountFilter(
        @Nullable String q,
        @Nullable String role,
        @Nullable String group,
        @Nullable String department,
        @Nullable Boolean active) {

    /** Everybody. */
    public static final AccountFilter ALL = new AccountFilter(null, null, null, null, null);
}
