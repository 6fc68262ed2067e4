package io.opsflow.accounts;

import io.opsflow.design.Preferences.Theme;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What screens and tasks need to know of a person. */
record Member(
        String username,
        String realName,
        boolean active,
        boolean mustChangePassword,
        List<RoleName> roles,
        List<GroupName> groups,
        Set<String> permissions,
        @Nullable Locale locale,
        @Nullable ZoneId zone,
        Theme theme) {

    static Member of(AppUser user) {
        String locale = user.locale();
        String zone = user.timeZone();
        return new Member(
                user.username(),
                user.realName(),
                user.isActive(),
                user.mustChangePassword(),
                user.allRoles().stream().map(RoleName::of).sorted().toList(),
                user.groups().stream().map(GroupName::of).sorted().toList(),
                user.permissions(),
                locale == null ? null : Locale.forLanguageTag(locale),
                zone == null ? null : ZoneId.of(zone),
                user.theme());
    }

    /** The codes of all roles and groups. */
    Set<String> memberships() {
        Set<String> codes = new TreeSet<>();
        roles.forEach(role -> codes.add(role.code()));
        groups.forEach(group -> codes.add(group.code()));
        return codes;
    }
}
