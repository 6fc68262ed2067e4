package io.opsflow.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted, and in which order.
 *
 * @param page  from 0
 * @param size  1 to 200
 * @param sort  {@code field,asc} or {@code field,desc}; null for the list's own order
 * @param after where the last page ended ({@link PageOf#next()}); then {@code page} is not looked at
 */
public record Paging(int page, int size, @Nullable String sort, @Nullable String after) {

    /** The largest page. */
    public static final int MAX_SIZE = 200;

    public Paging {
        if (page < 0) {
            throw new InvalidInput("page", "number-too-small", 0);
        }
        if (size < 1 || size > MAX_SIZE) {
            throw new InvalidInput("size", "number-out-of-range", 1, MAX_SIZE);
        }
        if (after == null && (long) page * size >= PageOf.COUNTED) {
            throw new InvalidInput("page", "page-too-deep", PageOf.COUNTED);
        }
    }

    /** The first page of the given size in the list's own order. */
    public static Paging first(int size) {
        return new Paging(0, size, null, null);
    }

    /** How many items stand before this page. */
    public int offset() {
        return page * size;
    }
}
