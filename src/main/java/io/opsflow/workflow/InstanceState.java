package io.opsflow.workflow;

import com.fasterxml.jackson.annotation.JsonValue;
import io.opsflow.kernel.InvalidInput;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How an instance of a process fares. */
public enum InstanceState {
    /** It has not ended. As a filter: failed and suspended ones too. */
    RUNNING,
    /** It has not ended, and something in it failed and is not tried again by itself. */
    FAILED,
    /** It has not ended, and an administrator has suspended it. */
    SUSPENDED,
    /** It came to an end. As a filter: cancelled ones too. */
    ENDED,
    /** It was ended from outside. */
    CANCELLED;

    /**
     * The state with a code.
     *
     * @throws InvalidInput there is none
     */
    public static InstanceState of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findAny()
                .orElseThrow(() -> new InvalidInput(
                        "state",
                        "unknown-value",
                        Arrays.stream(values()).map(InstanceState::code).collect(Collectors.joining(", "))));
    }

    /** Its name in the API, in addresses and in message keys: {@code running}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
