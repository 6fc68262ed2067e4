package io.opsflow.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.opsflow.kernel.StaleVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a call was not answered, as RFC 9457 says it.
 *
 * @param type    names the kind of problem: {@code urn:opsflow:problem:<code>}
 * @param title   the kind in words, in the caller's language
 * @param status  the HTTP status once more
 * @param detail  what is wrong this time, in the caller's language
 * @param code    the kind of problem, for programs
 * @param errors  the refused fields or parameters
 * @param current what there is now, where somebody else changed it meanwhile
 * @param sent    what the call would have made of it
 * @param traceId under which the log knows this call
 */
@Schema(description = "Why a call was not answered (RFC 9457).")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
        @Schema(example = "urn:opsflow:problem:invalid-input") String type,
        @Schema(example = "The request cannot be accepted as it is") String title,
        @Schema(example = "400") int status,
        @Schema(example = "title is required.") String detail,
        @Schema(example = "invalid-input") String code,
        List<Refused> errors,
        @Nullable Map<String, Object> current,
        @Nullable Map<String, Object> sent,
        @Schema(example = "65f1d0b8e4a34c0f9a7d3b5c2e1f0a98") String traceId) {

    private static final String TYPE = "urn:opsflow:problem:";

    /**
     * A refused field.
     *
     * @param field   the field or parameter as the call spells it
     * @param message what is wrong with it, in the caller's language
     */
    @Schema(description = "A refused field or parameter.")
    record Refused(@Schema(example = "title") String field, @Schema(example = "title is required.") String message) {}

    static Problem of(int status, String code, String title, String detail, List<Refused> errors, String traceId) {
        return new Problem(TYPE + code, title, status, detail, code, errors, null, null, traceId);
    }

    /** The same with both states of what was changed twice. */
    Problem with(StaleVersion stale) {
        return new Problem(type, title, status, detail, code, errors, stale.current(), stale.sent(), traceId);
    }
}
