package io.opsflow.tickets;

import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.workflow.People;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaCriteriaQuery;
import org.hibernate.query.criteria.JpaRoot;
import org.hibernate.query.criteria.JpaSubQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/**
 * Finds tickets page by page: by number as far as anybody turns pages, behind that by the place where the last page
 * ended. A page costs three statements, however long it is: its rows, their number, the names of the people.
 */
@Component
class TicketSearch {

    private static final String NEWEST = "created_at,desc";

    private final EntityManager entities;
    private final People people;

    TicketSearch(EntityManager entities, People people) {
        this.entities = entities;
        this.people = people;
    }

    PageOf<TicketSummary> page(TicketFilter filter, Paging paging) {
        TicketOrder<?> order = TicketOrder.of(paging.sort() == null ? NEWEST : paging.sort());
        Specification<Ticket> wanted = TicketVisibility.toActor().and(matching(filter));
        List<Row> rows = rows(wanted, order, paging);
        List<Row> page = rows.subList(0, Math.min(rows.size(), paging.size()));
        boolean last = rows.size() == page.size();
        boolean counted = last && paging.after() == null && (paging.page() == 0 || !page.isEmpty());
        long total = counted ? paging.offset() + page.size() : count(wanted);
        Map<String, String> names =
                people.namesOf(page.stream().flatMap(Row::people).collect(Collectors.toSet()));
        return new PageOf<>(
                page.stream().map(row -> row.summary(names)).toList(),
                paging.page(),
                paging.size(),
                Math.min(total, PageOf.COUNTED),
                total > PageOf.COUNTED,
                last ? null : order.cursor(page.get(page.size() - 1)));
    }

    /** The page's rows and one more, if there is one: without the long texts, which no list shows. */
    private List<Row> rows(Specification<Ticket> wanted, TicketOrder<?> order, Paging paging) {
        CriteriaBuilder is = entities.getCriteriaBuilder();
        CriteriaQuery<Row> query = is.createQuery(Row.class);
        Root<Ticket> ticket = query.from(Ticket.class);
        Predicate where = wanted.toPredicate(ticket, query, is);
        if (paging.after() != null) {
            where = is.and(where, order.behind(paging.after(), ticket, is));
        }
        query.select(is.construct(
                        Row.class,
                        Stream.of(
                                        "id",
                                        "title",
                                        "taskType",
                                        "priority",
                                        "status",
                                        "outcome",
                                        "creator",
                                        "assignee",
                                        "createdAt",
                                        "updatedAt",
                                        "closedAt")
                                .map(ticket::get)
                                .toArray(Path[]::new)))
                .where(where)
                .orderBy(order.by(ticket, is));
        return entities.createQuery(query)
                .setFirstResult(paging.after() == null ? paging.offset() : 0)
                .setMaxResults(paging.size() + 1)
                .getResultList();
    }

    /** How many there are, and at most one more than what is counted: a million rows are not read to say "many". */
    private long count(Specification<Ticket> wanted) {
        HibernateCriteriaBuilder is = entities.unwrap(Session.class).getCriteriaBuilder();
        JpaCriteriaQuery<Long> query = is.createQuery(Long.class);
        JpaSubQuery<Tuple> first = query.subquery(Tuple.class);
        JpaRoot<Ticket> ticket = first.from(Ticket.class);
        first.multiselect(ticket.get("id").alias("id"))
                .where(wanted.toPredicate(ticket, query, is))
                .fetch(PageOf.COUNTED + 1);
        query.from(first);
        return entities.createQuery(query.select(is.count())).getSingleResult();
    }

    private static Specification<Ticket> matching(TicketFilter filter) {
        return (ticket, query, is) -> {
            List<Predicate> all = new ArrayList<>();
            among(filter.statuses(), ticket.get("status"), all);
            among(filter.priorities(), ticket.get("priority"), all);
            equal(filter.taskType(), ticket.get("taskType"), is, all);
            equal(filter.creator(), ticket.get("creator"), is, all);
            equal(filter.assignee(), ticket.get("assignee"), is, all);
            between(filter.createdFrom(), filter.createdTo(), ticket.get("createdAt"), is, all);
            between(filter.closedFrom(), filter.closedTo(), ticket.get("closedAt"), is, all);
            if (filter.open() != null) {
                all.add(filter.open() ? is.isNull(ticket.get("closedAt")) : is.isNotNull(ticket.get("closedAt")));
            }
            if (filter.q() != null && !filter.q().isBlank()) {
                all.add(text(filter.q().strip().toLowerCase(Locale.ROOT), ticket, is));
            }
            return is.and(all.toArray(Predicate[]::new));
        };
    }

    private static void among(Collection<?> wanted, Path<?> column, List<Predicate> all) {
        if (!wanted.isEmpty()) {
            all.add(column.in(wanted));
        }
    }

    private static void equal(@Nullable Object wanted, Path<?> column, CriteriaBuilder is, List<Predicate> all) {
        if (wanted != null) {
            all.add(is.equal(column, wanted));
        }
    }

    private static void between(
            @Nullable Instant from,
            @Nullable Instant to,
            Path<Instant> column,
            CriteriaBuilder is,
            List<Predicate> all) {
        if (from != null) {
            all.add(is.greaterThanOrEqualTo(column, from));
        }
        if (to != null) {
            all.add(is.lessThan(column, to));
        }
    }

    private static Predicate text(String q, Root<Ticket> ticket, CriteriaBuilder is) {
        String pattern = "%" + q.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        Expression<String> key = is.concat("t-", ticket.get("id").as(String.class));
        return is.or(
                is.like(is.lower(ticket.get("title")), pattern, '!'),
                is.like(is.lower(ticket.get("description")), pattern, '!'),
                is.like(key, pattern, '!'));
    }

    /** What a list needs of a ticket. */
    record Row(
            long id,
            String title,
            TaskType taskType,
            Priority priority,
            TicketStatus status,
            @Nullable TicketOutcome outcome,
            String creator,
            @Nullable String assignee,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant closedAt) {

        Stream<String> people() {
            return Stream.of(creator, assignee).flatMap(Stream::ofNullable);
        }

        TicketSummary summary(Map<String, String> names) {
            return new TicketSummary(
                    new TicketKey(id),
                    title,
                    taskType,
                    priority,
                    status,
                    outcome,
                    creator,
                    names.getOrDefault(creator, creator),
                    assignee,
                    assignee == null ? null : names.getOrDefault(assignee, assignee),
                    createdAt,
                    updatedAt,
                    closedAt);
        }
    }
}
