package io.opsflow.tickets;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a requester asks for. */
public enum TaskType {
    /** Something does not work. */
    PROBLEM,
    /** Something is wanted that does not exist yet. */
    DEMAND;

    /**
     * The type with a code.
     *
     * @throws io.opsflow.kernel.InvalidInput there is none
     */
    @JsonCreator
    public static TaskType of(String code) {
        return Codes.find("task_type", values(), TaskType::code, code);
    }

    /** Its name in the API: {@code demand}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
