package io.opsflow.workflow;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which active people are looked for; what is null does not matter.
 *
 * @param usernames exactly these
 * @param name      a pattern of SQL's {@code like} for the name that people know them by
 * @param team      the code of a role or a group that they belong to, or the name of a permission that they have
 * @param order     by what and in which direction they come
 */
public record PeopleSearch(@Nullable Set<String> usernames, @Nullable String name, @Nullable String team, Order order) {

    /** By user name or by name, up or down. */
    public enum Order {
        USERNAME,
        USERNAME_DOWN,
        NAME,
        NAME_DOWN
    }
}
