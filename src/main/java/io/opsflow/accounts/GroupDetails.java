package io.opsflow.accounts;

import java.util.List;

/**
 * A group.
 *
 * @param code    what diagrams call it: {@code g-network}
 * @param name    what people call it
 * @param version grows with every change of the name or the roles; who changes them says which one was read
 * @param roles   the codes of the roles that its members have
 * @param members how many people belong to it
 */
public record GroupDetails(String code, String name, int version, List<String> roles, int members) {

    public GroupDetails {
        roles = List.copyOf(roles);
    }
}
