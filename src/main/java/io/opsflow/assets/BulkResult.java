package io.opsflow.assets;

import java.util.List;

/**
 * What a change of many objects has done.
 *
 * @param changed   how many are different now
 * @param unchanged how many were as they should become
 * @param refused   how many could not be changed
 * @param errors    why; the first thousand
 */
public record BulkResult(int changed, int unchanged, int refused, List<ObjectError> errors) {

    public BulkResult {
        errors = List.copyOf(errors);
    }

    /**
     * Why one object was not changed.
     *
     * @param id      its number
     * @param name    what people call it
     * @param message the reason, in the caller's language
     */
    public record ObjectError(long id, String name, String message) {}
}
