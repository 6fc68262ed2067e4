package io.opsflow.accounts;

/**
 * A group as people are told of it.
 *
 * @param code what diagrams call it: {@code g-network}
 * @param name what people call it
 */
public record GroupName(String code, String name) implements Comparable<GroupName> {

    static GroupName of(UserGroup group) {
        return new GroupName(group.code(), group.name());
    }

    @Override
    public int compareTo(GroupName other) {
        return code.compareTo(other.code);
    }
}
