package io.opsflow.tickets;

import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import io.opsflow.workflow.Transition;
import io.opsflow.workflow.TransitionQuery;
import io.opsflow.workflow.TransitionSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaCriteriaQuery;
import org.hibernate.query.criteria.JpaSubQuery;
import org.springframework.stereotype.Component;

/**
 * The log of all tickets at once. Tickets are visible in two ways, which are asked for one after the other, so that each is
 * a range of an index: by what the person is, as in lists, and because the person has done something there.
 */
@Component
class TicketTransitions implements TransitionSource {

    private final EntityManager entities;
    private final TicketVisibility visibility;

    TicketTransitions(EntityManager entities, TicketVisibility visibility) {
        this.entities = entities;
        this.visibility = visibility;
    }

    /** A line with its ticket, in a query or in the query within it that counts. */
    private record Line(Root<TicketLogRow> log, Root<Ticket> ticket, CriteriaQuery<?> whole, AbstractQuery<?> query) {}

    private enum Way {
        ALL,
        LISTED,
        TOUCHED
    }

    @Override
    public String prefix() {
        return TicketKey.PREFIX;
    }

    @Override
    public List<Transition> newest(TransitionQuery query, Before place, int most) {
        List<Transition> found = new ArrayList<>();
        ways(query).forEach(way -> found.addAll(newest(way, query, place, most)));
        return found.stream()
                .sorted(Comparator.comparing(Transition::at)
                        .thenComparing(Transition::id)
                        .reversed())
                .limit(most)
                .toList();
    }

    @Override
    public long count(TransitionQuery query, int limit) {
        return ways(query).mapToLong(way -> count(way, query, limit)).sum();
    }

    private Stream<Way> ways(TransitionQuery query) {
        if (!Actor.may(Permissions.TICKETS_VIEW)) {
            return Stream.of();
        }
        String wanted = query.objectKey();
        if (wanted != null) {
            return visibility.find(TicketKey.of(wanted)).stream().map(ticket -> Way.ALL);
        }
        return Actor.may(Permissions.TICKETS_VIEW_ALL) ? Stream.of(Way.ALL) : Stream.of(Way.LISTED, Way.TOUCHED);
    }

    private List<Transition> newest(Way way, TransitionQuery wanted, Before place, int most) {
        CriteriaBuilder is = entities.getCriteriaBuilder();
        CriteriaQuery<Tuple> query = is.createTupleQuery();
        Line line = new Line(query.from(TicketLogRow.class), query.from(Ticket.class), query, query);
        Predicate behind = is.or(
                is.lessThan(line.log().get("createdAt"), place.at()),
                is.and(
                        is.equal(line.log().get("createdAt"), place.at()),
                        is.lt(line.log().get("id"), place.id())));
        query.multiselect(line.log(), line.ticket().get("title"))
                .where(is.and(
                        where(way, wanted, line, is),
                        is.lessThanOrEqualTo(line.log().get("createdAt"), place.at()),
                        behind))
                .orderBy(
                        is.desc(line.log().get("createdAt")), is.desc(line.log().get("id")));
        return entities.createQuery(query).setMaxResults(most).getResultList().stream()
                .map(row -> row.get(0, TicketLogRow.class).transition(row.get(1, String.class)))
                .toList();
    }

    private long count(Way way, TransitionQuery wanted, int limit) {
        HibernateCriteriaBuilder is = entities.unwrap(Session.class).getCriteriaBuilder();
        JpaCriteriaQuery<Long> query = is.createQuery(Long.class);
        JpaSubQuery<Tuple> first = query.subquery(Tuple.class);
        Line line = new Line(first.from(TicketLogRow.class), first.from(Ticket.class), query, first);
        first.multiselect(line.log().get("id").alias("id"))
                .where(where(way, wanted, line, is))
                .fetch(limit + 1);
        query.from(first);
        return entities.createQuery(query.select(is.count())).getSingleResult();
    }

    private static Predicate where(Way way, TransitionQuery wanted, Line line, CriteriaBuilder is) {
        List<Predicate> all = new ArrayList<>();
        all.add(is.equal(line.log().get("ticketId"), line.ticket().get("id")));
        switch (way) {
            case ALL -> {}
            case LISTED -> all.add(TicketVisibility.toActor().toPredicate(line.ticket(), line.whole(), is));
            case TOUCHED -> {
                all.add(line.log().get("ticketId").in(touched(line, is)));
                all.add(is.not(is.exists(listed(line, is))));
            }
        }
        if (wanted.objectKey() != null) {
            all.add(is.equal(
                    line.ticket().get("id"), TicketKey.of(wanted.objectKey()).number()));
        }
        if (wanted.actor() != null) {
            all.add(is.equal(line.log().get("actor"), wanted.actor()));
        }
        if (wanted.from() != null) {
            all.add(is.greaterThanOrEqualTo(line.log().get("createdAt"), wanted.from()));
        }
        if (wanted.to() != null) {
            all.add(is.lessThan(line.log().get("createdAt"), wanted.to()));
        }
        return is.and(all.toArray(Predicate[]::new));
    }

    private static Subquery<Long> touched(Line line, CriteriaBuilder is) {
        Subquery<Long> touched = line.query().subquery(Long.class);
        Root<TicketLogRow> mine = touched.from(TicketLogRow.class);
        return touched.select(mine.get("ticketId"))
                .where(is.equal(mine.get("actor"), Actor.current().name()));
    }

    private static Subquery<Long> listed(Line line, CriteriaBuilder is) {
        Subquery<Long> listed = line.query().subquery(Long.class);
        Root<Ticket> ticket = listed.from(Ticket.class);
        return listed.select(ticket.get("id"))
                .where(
                        is.equal(ticket.get("id"), line.ticket().get("id")),
                        TicketVisibility.toActor().toPredicate(ticket, line.whole(), is));
    }
}
