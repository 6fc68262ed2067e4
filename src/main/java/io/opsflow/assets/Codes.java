package io.opsflow.assets;

import io.opsflow.kernel.InvalidInput;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Finds a constant by what stands for it outside the program. */
final class Codes {

    private Codes() {}

    /** By the code that people and machines send. */
    static <E> E find(String field, E[] constants, Function<E, String> code, String wanted) {
        return Arrays.stream(constants)
                .filter(constant -> code.apply(constant).equals(wanted))
                .findAny()
                .orElseThrow(() -> new InvalidInput(
                        field,
                        "unknown-value",
                        Arrays.stream(constants).map(code).collect(Collectors.joining(", "))));
    }

    /** By the number in the database. */
    static <E> E stored(E[] constants, ToIntFunction<E> number, int wanted) {
        return Arrays.stream(constants)
                .filter(constant -> number.applyAsInt(constant) == wanted)
                .findAny()
                .orElseThrow(() -> new IllegalStateException("nothing is stored as " + wanted));
    }
}
