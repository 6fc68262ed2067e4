package io.opsflow.accounts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people may read about their own account, and administrators about everybody's.
 *
 * @param version            grows with every change; who changes the account says which one was read
 * @param username           the name to sign in with
 * @param realName           the name that others know them by
 * @param roles              what they are here, the widest first
 * @param groups             where they belong
 * @param active             whether they may sign in
 * @param mustChangePassword whether somebody else chose the password
 * @param createdAt          since when
 * @param lastSignInAt       when they signed in at a page the last time
 * @param lockedUntil        until when no password is looked at, after too many wrong ones; only administrators are told
 * @param wrongPasswords     how many came lately for the name; only administrators are told
 */
public record AccountDetails(
        long id,
        int version,
        String username,
        String realName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String department,
        List<RoleName> roles,
        List<GroupName> groups,
        boolean active,
        boolean mustChangePassword,
        Instant createdAt,
        @Nullable Instant lastSignInAt,
        @Nullable Instant lockedUntil,
        int wrongPasswords) {

    /** What lists show of it. */
    public AccountSummary summary() {
        return new AccountSummary(
                id,
                version,
                username,
                realName,
                email,
                phone,
                department,
                roles,
                groups,
                active,
                createdAt,
                lastSignInAt);
    }

    static AccountDetails of(AppUser user, @Nullable Instant lockedUntil, int wrongPasswords) {
        return new AccountDetails(
                user.id(),
                user.version(),
                user.username(),
                user.realName(),
                user.email(),
                user.phone(),
                user.department(),
                user.roles().stream().map(RoleName::of).sorted().toList(),
                user.groups().stream().map(GroupName::of).sorted().toList(),
                user.isActive(),
                user.mustChangePassword(),
                user.createdAt(),
                user.lastSignInAt(),
                lockedUntil,
                wrongPasswords);
    }
}
