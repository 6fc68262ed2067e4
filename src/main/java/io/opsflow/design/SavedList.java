package io.opsflow.design;

import java.io.Serializable;
import java.util.List;

/**
 * A list as somebody has kept it.
 *
 * @param id      its name in the API
 * @param list    which list it is: the name in the page's address, such as {@code servers}
 * @param name    what people call it
 * @param query   filters and order as they stand in the page's address
 * @param columns the columns that are shown; those that the list begins with where none is named
 * @param shared  whether everybody sees it
 * @param usual   whether its owner's list begins with it
 * @param owner   who has kept it
 * @param mine    whether whoever reads this has
 */
public record SavedList(
        String id,
        String list,
        String name,
        String query,
        List<String> columns,
        boolean shared,
        boolean usual,
        String owner,
        boolean mine)
        implements Serializable {

    public SavedList {
        columns = List.copyOf(columns);
    }
}
