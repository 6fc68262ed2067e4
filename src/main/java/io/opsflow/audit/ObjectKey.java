package io.opsflow.audit;

import org.jspecify.annotations.Nullable;

/** Which object a call is about, where its first argument tells. */
final class ObjectKey {

    private ObjectKey() {}

    /** A text, a number, or a record that is a key by its name; commands are none. */
    static @Nullable Object in(@Nullable Object[] arguments) {
        Object first = arguments.length == 0 ? null : arguments[0];
        boolean isKey = first instanceof CharSequence
                || first instanceof Number
                || (first instanceof Record && first.getClass().getSimpleName().matches(".*(Key|Id)"));
        return isKey ? first : null;
    }
}
