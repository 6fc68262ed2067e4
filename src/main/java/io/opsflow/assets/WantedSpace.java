package io.opsflow.assets;

import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in racks: "four units together, 600 W, room A".
 *
 * @param roomId  in this room; null for any
 * @param heightU so many units together
 * @param powerW  so much power; null when it does not matter
 * @param face    on this side; the full depth when it is not said
 */
public record WantedSpace(@Nullable Long roomId, int heightU, @Nullable Integer powerW, @Nullable Face face) {

    public WantedSpace {
        List<FieldError> errors = new ArrayList<>();
        if (heightU < 1 || heightU > RackFacts.MAX_HEIGHT) {
            errors.add(new FieldError("height_u", "number-out-of-range", List.of(1, RackFacts.MAX_HEIGHT)));
        }
        if (powerW != null && powerW < 0) {
            errors.add(new FieldError("power_w", "number-too-small", List.of(0)));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }
}
