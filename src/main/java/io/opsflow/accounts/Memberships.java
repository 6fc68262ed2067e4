package io.opsflow.accounts;

import io.opsflow.kernel.FieldError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The roles and groups of one person. Groups in SQL: a group of thousands is not read to add one to it. */
@Component
class Memberships {

    private final Roles roles;
    private final UserGroupRepository groups;
    private final JdbcClient sql;

    Memberships(Roles roles, UserGroupRepository groups, JdbcClient sql) {
        this.roles = roles;
        this.groups = groups;
        this.sql = sql;
    }

    /** What is wrong with codes that somebody sent; those that were not sent are right. */
    List<FieldError> unknown(@Nullable Set<String> roleCodes, @Nullable Set<String> groupCodes) {
        List<FieldError> errors = new ArrayList<>();
        unknown("roles", roleCodes, roleCodes == null ? Set.of() : roles.codes(), errors);
        unknown("groups", groupCodes, groupCodes == null ? Set.of() : groups.codes(), errors);
        return errors;
    }

    private static void unknown(
            String field, @Nullable Set<String> asked, Collection<String> known, List<FieldError> errors) {
        Set<String> unknown = new TreeSet<>(asked == null ? Set.of() : asked);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            errors.add(new FieldError(field, "unknown-codes", List.of(List.copyOf(unknown))));
        }
    }

    List<Role> roles(@Nullable Set<String> codes) {
        return codes == null || codes.isEmpty() ? List.of() : roles.all(codes);
    }

    /** These roles, and those that come with these groups. */
    Set<Role> all(Collection<Role> own, @Nullable Set<String> groupCodes) {
        Set<Role> all = new HashSet<>(own);
        if (groupCodes != null && !groupCodes.isEmpty()) {
            groups.withRoles(groupCodes).forEach(group -> all.addAll(group.roles()));
        }
        return all;
    }

    /** From now on the person belongs to these groups and no others. */
    void join(long userId, Set<String> codes) {
        sql.sql("delete from group_member where user_id = :user"
                        + " and group_id not in (select id from user_group where code in (:codes))")
                .param("user", userId)
                .param("codes", orNone(codes))
                .update();
        sql.sql("insert into group_member (group_id, user_id) select g.id, :user from user_group g"
                        + " where g.code in (:codes)"
                        + " and g.id not in (select m.group_id from group_member m where m.user_id = :user)")
                .param("user", userId)
                .param("codes", orNone(codes))
                .update();
    }

    /** No code is empty, and no list of SQL may be. */
    private static Collection<String> orNone(Set<String> codes) {
        return codes.isEmpty() ? List.of("") : codes;
    }
}
