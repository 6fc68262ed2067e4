package io.opsflow.assets;

import io.opsflow.kernel.NotFound;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The table of reminders, and which contracts lack one. */
@Component
class ReminderTable {

    private static final List<ReminderStatus> OPEN = List.of(ReminderStatus.AHEAD, ReminderStatus.PENDING_DECISION);

    private final EntityManager entities;

    ReminderTable(EntityManager entities) {
        this.entities = entities;
    }

    void save(Reminder reminder) {
        entities.persist(reminder);
        entities.flush();
    }

    /** @throws NotFound there is none */
    Reminder get(ReminderKey key) {
        return Optional.ofNullable(entities.find(Reminder.class, key.number())).orElseThrow(() -> new NotFound(key));
    }

    List<Reminder> all(Collection<Long> ids) {
        return entities.createQuery("from Reminder r where r.id in (:ids)", Reminder.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Those of some objects that nobody has decided on. */
    List<Reminder> open(AssetKind kind, Collection<Long> ids) {
        return entities.createQuery(
                        "from Reminder r where r.objectKind = :kind and r.objectId in (:ids) and r.status in (:open)"
                                + " order by r.endsOn, r.id",
                        Reminder.class)
                .setParameter("kind", kind.code())
                .setParameter("ids", ids)
                .setParameter("open", OPEN)
                .getResultList();
    }

    /** Contracts that end in this time and have no reminder, the first to end first; those of what is retired do not count. */
    List<Reminder> missing(AssetKind kind, Contract contract, LocalDate from, LocalDate to, int most, Instant now) {
        boolean server = kind == AssetKind.SERVER;
        String prefix = server ? "a." : "a.facts.";
        String day = prefix + (contract == Contract.LEASE ? "leaseUntil" : "warrantyUntil");
        return entities.createQuery(
                        "select a.id, a." + (server ? "assetNumber" : "facts.name") + ", " + day + " from "
                                + (server ? "Server" : "Rack") + " a where " + day + " between :from and :to and "
                                + prefix + "status <> :retired and not exists (select 1 from Reminder r where"
                                + " r.objectKind = :kind and r.objectId = a.id and r.contract = :contract and r.covers"
                                + " = " + day + ") order by " + day + ", a.id",
                        Object[].class)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("retired", server ? ServerStatus.RETIRED : PlaceStatus.RETIRED)
                .setParameter("kind", kind.code())
                .setParameter("contract", contract)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new Reminder(kind, (Long) row[0], (String) row[1], contract, (LocalDate) row[2], now))
                .toList();
    }
}
