package io.opsflow.accounts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people may read about their own account.
 *
 * @param username  the name to sign in with
 * @param realName  the name that others know them by
 * @param roles     what they are here, the widest first
 * @param groups    where they belong
 * @param createdAt since when
 */
public record AccountDetails(
        String username,
        String realName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String department,
        List<RoleName> roles,
        List<GroupName> groups,
        Instant createdAt) {

    static AccountDetails of(AppUser user) {
        return new AccountDetails(
                user.username(),
                user.realName(),
                user.email(),
                user.phone(),
                user.department(),
                user.roles().stream().map(RoleName::of).sorted().toList(),
                user.groups().stream().map(GroupName::of).sorted().toList(),
                user.createdAt());
    }
}
