package io.opsflow.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items       what stands on the page, in order
 * @param page        the page's number, from 0
 * @param size        how many items a page holds, 1 to 200
 * @param total       how many items there are; exact up to {@link #COUNTED}
 * @param totalCapped whether there are more than {@link #COUNTED}
 * @param next        what to send as {@code after} for the page behind this one; null on the last page
 * @param <T>         what the list is of
 */
public record PageOf<T>(List<T> items, int page, int size, long total, boolean totalCapped, @Nullable String next) {

    /** Up to here a total is counted; behind it a list says only that there is more. */
    public static final int COUNTED = 10_000;

    public PageOf {
        items = List.copyOf(items);
    }

    /** The page of a list that is held as a whole, because it is some dozens long at most. */
    public static <T> PageOf<T> cut(List<T> all, Paging paging) {
        List<T> items = all.stream().skip(paging.offset()).limit(paging.size()).toList();
        return new PageOf<>(items, paging.page(), paging.size(), all.size(), false, null);
    }

    /** The same page of other things. */
    public <R> PageOf<R> map(Function<? super T, ? extends R> each) {
        return new PageOf<>(items.stream().<R>map(each).toList(), page, size, total, totalCapped, next);
    }
}
