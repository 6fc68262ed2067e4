package io.opsflow.kernel;

import java.util.List;

/**
 * Why one field was refused.
 *
 * @param field the field's name in snake_case, as the API spells it
 * @param code  the reason; its sentence has the key {@code error.<code>}
 * @param args  what fills the places of the sentence, in order
 */
public record FieldError(String field, String code, List<Object> args) {

    public FieldError {
        args = List.copyOf(args);
    }
}
