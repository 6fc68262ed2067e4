package io.opsflow.assets;

import io.opsflow.kernel.InvalidInput;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field by which a list is filtered and, where it has a column of its own, sorted.
 *
 * @param name      its name in the API
 * @param attribute its column's path in the entity; null where it has none
 * @param reader    reads a value, or says by an exception that it is none
 * @param ranged    whether it takes bounds
 * @param special   the condition, where a column does not say it
 */
record ListField(
        String name,
        @Nullable String attribute,
        BiFunction<String, String, ? extends Comparable<?>> reader,
        boolean ranged,
        @Nullable Special special) {

    static final String FROM = "_from";
    static final String TO = "_to";

    /** A condition that is not about one column. No value at all stands for an empty field. */
    interface Special {

        Predicate any(List<String> values, Root<?> root, CriteriaQuery<?> query, CriteriaBuilder is);
    }

    static ListField text(String name, String attribute) {
        return new ListField(name, attribute, (field, text) -> text, false, null);
    }

    /** A text that is compared as its unique key is. */
    static ListField key(String name, String attribute, String keyAttribute) {
        return new ListField(
                name, attribute, (field, text) -> text, false, (values, root, query, is) -> path(root, keyAttribute)
                        .in(values.stream().map(Names::key).toList()));
    }

    static ListField integer(String name, String attribute) {
        return new ListField(name, attribute, reading(Integer::valueOf), true, null);
    }

    static ListField number(String name, String attribute) {
        return new ListField(name, attribute, reading(Long::valueOf), false, null);
    }

    static ListField decimal(String name, String attribute) {
        return new ListField(name, attribute, reading(ListField::number), true, null);
    }

    static ListField day(String name, String attribute) {
        return new ListField(name, attribute, reading(ListField::day), true, null);
    }

    static ListField time(String name, String attribute) {
        return new ListField(name, attribute, reading(ListField::instant), true, null);
    }

    static <E extends Comparable<E>> ListField code(String name, String attribute, Function<String, E> reader) {
        return new ListField(name, attribute, (field, text) -> reader.apply(text), false, null);
    }

    static ListField special(String name, Special special) {
        return new ListField(name, null, (field, text) -> text, false, special);
    }

    static Path<?> path(Root<?> root, String attribute) {
        Path<?> path = root;
        for (String step : attribute.split("\\.", -1)) {
            path = path.get(step);
        }
        return path;
    }

    /** Any of the values; an empty one stands for an empty field. */
    Predicate any(List<String> values, Root<?> root, CriteriaQuery<?> query, CriteriaBuilder is) {
        List<String> given = values.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        List<Predicate> either = new ArrayList<>();
        if (!given.isEmpty()) {
            either.add(
                    special != null
                            ? special.any(given, root, query, is)
                            : column(root)
                                    .in(given.stream()
                                            .map(text -> reader.apply(name, text))
                                            .toList()));
        }
        if (given.size() < values.size()) {
            either.add(
                    special != null && attribute == null
                            ? special.any(List.of(), root, query, is)
                            : is.isNull(column(root)));
        }
        return is.or(either.toArray(Predicate[]::new));
    }

    /** From a bound on, or up to it; both included. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // the reader gives what the column holds
    Predicate bound(boolean from, String parameter, String value, Root<?> root, CriteriaBuilder is) {
        Expression<Comparable> column = (Expression<Comparable>) column(root);
        Comparable bound = reader.apply(parameter, value);
        return from ? is.greaterThanOrEqualTo(column, bound) : is.lessThanOrEqualTo(column, bound);
    }

    Path<?> column(Root<?> root) {
        return path(root, attribute == null ? "id" : attribute);
    }

    private static <T extends Comparable<?>> BiFunction<String, String, T> reading(Function<String, T> reader) {
        return (field, text) -> {
            try {
                return reader.apply(text.strip());
            } catch (NumberFormatException | DateTimeException unfit) {
                throw new InvalidInput(field, "wrong-type");
            }
        };
    }

    private static BigDecimal number(String text) {
        BigDecimal number = new BigDecimal(text);
        if (!Names.isWritable(number)) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < 1 || day.getYear() > 9998) {
            throw new DateTimeException(text);
        }
        return day;
    }

    private static Instant instant(String text) {
        Instant time = Instant.parse(text);
        if (time.isBefore(Instant.EPOCH) || !time.isBefore(Instant.parse("9999-01-01T00:00:00Z"))) {
            throw new DateTimeException(text);
        }
        return time;
    }
}
