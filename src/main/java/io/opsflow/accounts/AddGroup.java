package io.opsflow.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A new group.
 *
 * @param code    {@code g-}, then small letters, digits and hyphens; never changes
 * @param name    what people call it; no other group is called like that
 * @param roles   codes of the roles that its members have; null for none
 * @param members user names; null for none
 */
public record AddGroup(
        @NotBlank @Size(max = 64) String code,
        @NotBlank @Size(max = 100) String name,
        @Nullable Set<String> roles,
        @Nullable @Size(max = 1000) Set<String> members) {

    public AddGroup {
        roles = roles == null ? null : Set.copyOf(roles);
        members = members == null ? null : Set.copyOf(members);
    }
}
