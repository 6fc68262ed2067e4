package io.opsflow.accounts.rest;

import io.opsflow.accounts.AccountDetails;
import io.opsflow.accounts.AccountSummary;
import io.opsflow.accounts.GroupName;
import io.opsflow.accounts.RoleName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account as the API shows it: roles and groups by their codes, as they are sent. */
record User(
        long id,
        String username,
        @Nullable String email,
        String realName,
        @Nullable String phone,
        @Nullable String department,
        List<String> roles,
        List<String> groups,
        boolean isActive,
        Instant createdAt,
        @Nullable Instant lastSignInAt,
        int version) {

    static User of(AccountDetails account) {
        return of(account.summary());
    }

    static User of(AccountSummary account) {
        return new User(
                account.id(),
                account.username(),
                account.email(),
                account.realName(),
                account.phone(),
                account.department(),
                account.roles().stream().map(RoleName::code).toList(),
                account.groups().stream().map(GroupName::code).toList(),
                account.active(),
                account.createdAt(),
                account.lastSignInAt(),
                account.version());
    }
}
