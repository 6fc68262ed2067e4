package io.opsflow.design;

import java.util.List;

/** What people keep of lists under a name, for themselves or for everybody. A port: the accounts module keeps them. */
public interface SavedLists {

    /** One's own of a list and those that others share, by name. */
    List<SavedList> of(String list);

    /**
     * Keeps one.
     *
     * @throws io.opsflow.kernel.InvalidInput the name is missing or taken, or something is too long
     */
    SavedList add(KeptList kept);

    /**
     * Changes one of one's own.
     *
     * @throws io.opsflow.kernel.NotFound     it is nobody's, or somebody else's
     * @throws io.opsflow.kernel.InvalidInput the name is missing or taken, or something is too long
     */
    SavedList edit(String id, KeptList kept);

    /**
     * Deletes one of one's own.
     *
     * @throws io.opsflow.kernel.NotFound it is nobody's, or somebody else's
     */
    void delete(String id);

    /** What is to be kept; the names as in {@link SavedList}. */
    record KeptList(String list, String name, String query, List<String> columns, boolean shared, boolean usual) {

        @SuppressWarnings("NullAway") // what a call leaves out is refused, or empty
        public KeptList {
            query = query == null ? "" : query;
            columns = columns == null ? List.of() : List.copyOf(columns);
        }
    }
}
