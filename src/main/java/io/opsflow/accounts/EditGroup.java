package io.opsflow.accounts;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a group; null leaves things as they are.
 *
 * @param version       the version that was read; when given, name and roles that have changed since are not overwritten
 * @param roles         codes of all roles from now on
 * @param addMembers    user names of those who join
 * @param removeMembers user names of those who leave
 */
public record EditGroup(
        @Nullable Integer version,
        @Nullable @Pattern(regexp = "(?s).*\\S.*") @Size(max = 100) String name,
        @Nullable Set<String> roles,
        @Nullable @Size(max = 1000) Set<String> addMembers,
        @Nullable @Size(max = 1000) Set<String> removeMembers) {

    public EditGroup {
        roles = roles == null ? null : Set.copyOf(roles);
        addMembers = addMembers == null ? null : Set.copyOf(addMembers);
        removeMembers = removeMembers == null ? null : Set.copyOf(removeMembers);
    }
}
