package io.opsflow.accounts;

import io.opsflow.workflow.StandIns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who does whose tasks now. The clock alone decides: what is kept for a few seconds are beginnings and ends, so that a
 * delegation begins and ends on time on every node, and one that was ended early on another node a few seconds later.
 */
@Component
class DelegationsInForce implements StandIns {

    private record Absence(String absent, Delegation.Span span) {}

    private final DelegationRepository delegations;
    private final Directory directory;
    private final Clock clock;
    private final Remembered<String, List<Absence>> kept = new Remembered<>(5_000, Duration.ofSeconds(10));

    DelegationsInForce(DelegationRepository delegations, Directory directory, Clock clock) {
        this.delegations = delegations;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> absentFor(String username) {
        List<Absence> absences = kept.get(username).orElseGet(() -> {
            List<Absence> found = find(username);
            kept.put(username, found);
            return found;
        });
        return absences.isEmpty() ? List.of() : now(absences);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean standsInFor(String username, String absent) {
        return now(find(username)).contains(absent);
    }

    private List<Absence> find(String username) {
        return delegations.ofColleague(username, clock.instant()).stream()
                .map(delegation -> new Absence(delegation.absent(), delegation.span()))
                .toList();
    }

    private List<String> now(List<Absence> absences) {
        Instant now = clock.instant();
        return absences.stream()
                .filter(absence -> absence.span().contains(now))
                .map(Absence::absent)
                .filter(absent -> directory.find(absent).isPresent())
                .distinct()
                .toList();
    }

    /** Somebody's delegations were changed in this transaction: from its end on, everybody's are looked up again. */
    void changed() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                kept.forget();
            }
        });
    }
}
