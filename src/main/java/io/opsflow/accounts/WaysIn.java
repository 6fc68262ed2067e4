package io.opsflow.accounts;

import io.opsflow.accounts.AccessPoint.Kind;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ways into the product: the port through which those who know screens and calls tell of them. */
public interface WaysIn {

    /**
     * One way.
     *
     * @param name        the call or the path of the screen
     * @param permissions one of these is needed; empty when being signed in is enough; null when the doors decide
     * @param everybody   whether nobody needs to be signed in
     * @param doors       the front doors' methods that it calls
     */
    record Way(String name, @Nullable Set<String> permissions, boolean everybody, List<Method> doors) {

        public Way {
            doors = List.copyOf(doors);
        }
    }

    /** What kind they are. */
    Kind kind();

    /** All of them, found in the program itself. */
    List<Way> all();
}
