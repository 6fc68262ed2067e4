package io.opsflow.design;

import java.util.List;
import java.util.Optional;

/**
 * Finds objects for the jump box of the top bar. Modules implement it as a bean and give only what the person who is
 * signed in may see.
 */
public interface ObjectFinder {

    /** One object that was found; the path has no leading slash. */
    record Hit(String key, String title, String path) {}

    /** The path of the object with exactly this key ({@code T-1042}, in any case), if it is one of this module's. */
    Optional<String> path(String key);

    /** Objects whose key or title holds the text, best first. */
    List<Hit> find(String text, int limit);
}
