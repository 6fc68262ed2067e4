package io.opsflow.assets;

import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaCriteriaQuery;
import org.hibernate.query.criteria.JpaRoot;
import org.hibernate.query.criteria.JpaSubQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds assets of any kind page by page, by the fields of their lists. A page costs two statements, however long it is. */
@Component
class AssetSearch {

    private final EntityManager entities;

    AssetSearch(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * One page.
     *
     * @param usual the order when none is asked for: {@code name,asc}
     * @throws InvalidInput there is no such field, or its value is none
     */
    <E extends Asset> PageOf<E> page(
            Class<E> type, Map<String, ListField> fields, AssetFilter filter, Paging paging, String usual) {
        Wanted wanted = new Wanted(fields, filter);
        Sorting order = Sorting.of(fields, paging.sort() == null ? usual : paging.sort());
        List<E> rows = rows(type, wanted, order, paging);
        List<E> page = rows.subList(0, Math.min(rows.size(), paging.size()));
        boolean last = rows.size() == page.size();
        boolean counted = last && paging.after() == null && (paging.page() == 0 || !page.isEmpty());
        long total = counted ? paging.offset() + page.size() : count(type, wanted);
        return new PageOf<>(
                page,
                paging.page(),
                paging.size(),
                Math.min(total, PageOf.COUNTED),
                total > PageOf.COUNTED,
                last ? null : String.valueOf(page.get(page.size() - 1).id()));
    }

    private <E extends Asset> List<E> rows(Class<E> type, Wanted wanted, Sorting order, Paging paging) {
        CriteriaBuilder is = entities.getCriteriaBuilder();
        CriteriaQuery<E> query = is.createQuery(type);
        Root<E> root = query.from(type);
        Predicate where = wanted.predicate(root, query, is);
        if (paging.after() != null) {
            where = is.and(where, order.behind(place(type, order, paging.after()), root, is));
        }
        query.select(root).where(where).orderBy(order.by(root, is));
        return entities.createQuery(query)
                .setFirstResult(paging.after() == null ? paging.offset() : 0)
                .setMaxResults(paging.size() + 1)
                .getResultList();
    }

    /** Where the last page ended: its last row's number, and what it is sorted by. */
    private <E extends Asset> Place place(Class<E> type, Sorting order, String after) {
        long id = Optional.of(after)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElseThrow(() -> new InvalidInput("after", "cursor-unreadable"));
        CriteriaBuilder is = entities.getCriteriaBuilder();
        CriteriaQuery<Tuple> query = is.createTupleQuery();
        Root<E> root = query.from(type);
        query.multiselect(root.get("id"), order.field().column(root)).where(is.equal(root.get("id"), id));
        return entities.createQuery(query)
                .getResultStream()
                .map(row -> new Place(id, (Comparable<?>) row.get(1)))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("after", "cursor-unreadable"));
    }

    /** How many there are, and at most one more than what is counted. */
    private <E extends Asset> long count(Class<E> type, Wanted wanted) {
        HibernateCriteriaBuilder is = entities.unwrap(Session.class).getCriteriaBuilder();
        JpaCriteriaQuery<Long> query = is.createQuery(Long.class);
        JpaSubQuery<Tuple> first = query.subquery(Tuple.class);
        JpaRoot<E> root = first.from(type);
        first.multiselect(root.get("id").alias("id"))
                .where(wanted.predicate(root, query, is))
                .fetch(PageOf.COUNTED + 1);
        query.from(first);
        return entities.createQuery(query.select(is.count())).getSingleResult();
    }

    /** Where a page ended. */
    private record Place(long id, @Nullable Comparable<?> value) {}

    /** What a filter asks for. */
    private record Wanted(Map<String, ListField> fields, AssetFilter filter) {

        Predicate predicate(Root<?> root, CriteriaQuery<?> query, CriteriaBuilder is) {
            List<Predicate> all = new ArrayList<>();
            filter.fields().forEach((parameter, values) -> all.add(one(parameter, values, root, query, is)));
            if (filter.q() != null && !filter.q().isBlank()) {
                String pattern = Names.found(filter.q())
                        .replace("!", "!!")
                        .replace("%", "!%")
                        .replace("_", "!_");
                all.add(is.like(root.get("search"), "%" + pattern + "%", '!'));
            }
            return is.and(all.toArray(Predicate[]::new));
        }

        private Predicate one(
                String parameter, List<String> values, Root<?> root, CriteriaQuery<?> query, CriteriaBuilder is) {
            ListField field = fields.get(parameter);
            if (field != null) {
                return field.any(values, root, query, is);
            }
            ListField own = parameter.startsWith(ListFields.OWN) ? fields.get("custom") : null;
            if (own != null) {
                String name = parameter.substring(ListFields.OWN.length());
                return own.any(values.stream().map(value -> name + ":" + value).toList(), root, query, is);
            }
            boolean from = parameter.endsWith(ListField.FROM);
            String name = parameter.substring(
                    0, Math.max(0, parameter.length() - (from ? ListField.FROM : ListField.TO).length()));
            ListField ranged = from || parameter.endsWith(ListField.TO) ? fields.get(name) : null;
            if (ranged == null || !ranged.ranged() || values.isEmpty()) {
                throw new InvalidInput(List.of(new FieldError(
                        parameter,
                        "unknown-parameter",
                        List.of(parameter, List.copyOf(ListFields.parameters(fields))))));
            }
            return ranged.bound(from, parameter, values.get(0), root, is);
        }
    }

    /** The order of a list; the number decides between equals. */
    private record Sorting(ListField field, boolean ascending) {

        static Sorting of(Map<String, ListField> fields, String sort) {
            String[] parts = sort.split(",", 2);
            boolean up = parts.length == 1 || parts[1].equals("asc");
            ListField field = fields.get(parts[0]);
            if (field == null || field.attribute() == null || (!up && !parts[1].equals("desc"))) {
                throw new InvalidInput(
                        "sort",
                        "unknown-sort",
                        fields.values().stream()
                                .filter(known -> known.attribute() != null)
                                .map(ListField::name)
                                .toList());
            }
            return new Sorting(field, up);
        }

        List<Order> by(Root<?> root, CriteriaBuilder is) {
            return ascending
                    ? List.of(is.asc(field.column(root)), is.asc(root.get("id")))
                    : List.of(is.desc(field.column(root)), is.desc(root.get("id")));
        }

        /** What stands behind a place, as one range and a remainder; empty fields stand first, as both databases sort. */
        @SuppressWarnings({"unchecked", "rawtypes"}) // the column gave the value
        Predicate behind(Place place, Root<?> root, CriteriaBuilder is) {
            Expression<Comparable> column = (Expression<Comparable>) field.column(root);
            Comparable last = place.value();
            Predicate behindId = ascending ? is.gt(root.get("id"), place.id()) : is.lt(root.get("id"), place.id());
            if (last == null) {
                return ascending ? is.or(is.isNotNull(column), behindId) : is.and(is.isNull(column), behindId);
            }
            if (ascending) {
                return is.and(is.greaterThanOrEqualTo(column, last), is.or(is.greaterThan(column, last), behindId));
            }
            return is.or(
                    is.isNull(column),
                    is.and(is.lessThanOrEqualTo(column, last), is.or(is.lessThan(column, last), behindId)));
        }
    }
}
