package io.opsflow.cli;

import io.opsflow.accounts.AccountDetails;
import io.opsflow.accounts.AccountSummary;
import io.opsflow.accounts.GroupName;
import io.opsflow.accounts.RoleName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An account in JSON, with the names that the API has for it. */
final class UserFields {

    private UserFields() {}

    static Map<String, @Nullable Object> of(AccountDetails user) {
        Map<String, @Nullable Object> fields = fields(
                user.id(),
                user.username(),
                user.realName(),
                user.email(),
                user.phone(),
                user.department(),
                user.roles(),
                user.groups(),
                user.active());
        fields.put("must_change_password", user.mustChangePassword());
        return fields;
    }

    static Map<String, @Nullable Object> of(AccountSummary user) {
        return fields(
                user.id(),
                user.username(),
                user.realName(),
                user.email(),
                user.phone(),
                user.department(),
                user.roles(),
                user.groups(),
                user.active());
    }

    private static Map<String, @Nullable Object> fields(
            long id,
            String username,
            String realName,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String department,
            List<RoleName> roles,
            List<GroupName> groups,
            boolean active) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("username", username);
        fields.put("real_name", realName);
        fields.put("email", email);
        fields.put("phone", phone);
        fields.put("department", department);
        fields.put("roles", roles.stream().map(RoleName::code).toList());
        fields.put("groups", groups.stream().map(GroupName::code).toList());
        fields.put("is_active", active);
        return fields;
    }
}
