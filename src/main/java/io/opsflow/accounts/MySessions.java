package io.opsflow.accounts;

import io.opsflow.audit.Audited;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where somebody is signed in at the screens, and for how long still. */
@Service
@PreAuthorize("isAuthenticated()")
@EnableConfigurationProperties(SessionProperties.class)
public class MySessions {

    private final SessionTable table;
    private final SessionKeeper keeper;
    private final Clock clock;

    MySessions(SessionTable table, SessionKeeper keeper, Clock clock) {
        this.table = table;
        this.keeper = keeper;
        this.clock = clock;
    }

    /**
     * The end of the present session.
     *
     * @param left   until it comes
     * @param isLast whether it comes whatever is done
     */
    public record End(Duration left, boolean isLast) {}

    /** One's own sessions, the last used first. */
    @Transactional(readOnly = true)
    public List<SessionDetails> mine() {
        String current = current().orElse("");
        return table.ofPerson(Actor.current().name(), clock.instant(), keeper.idleSince()).stream()
                .map(row -> SessionDetails.of(row, keeper.endOf(row), row.id().equals(current)))
                .toList();
    }

    /**
     * Ends one of one's own sessions; whoever uses it must sign in again.
     *
     * @throws NotFound one has no such session
     */
    @Transactional
    @Audited("session.end")
    public void end(String id) {
        if (!table.end(Actor.current().name(), id)) {
            throw new NotFound(id);
        }
    }

    /** Ends all of one's own sessions but the present one. */
    @Transactional
    @Audited("session.end_others")
    public void endOthers() {
        table.endAll(Actor.current().name(), current().orElse(""));
    }

    /** When the present session ends if nothing is done; nothing where nobody signed in at a page. */
    @Transactional(readOnly = true)
    public Optional<End> end() {
        return current().flatMap(table::find).map(row -> {
            Instant end = keeper.endOf(row);
            return new End(Duration.between(clock.instant(), end), end.equals(row.endsAt()));
        });
    }

    /** Somebody is there, so the present session goes on. */
    @Transactional
    public void stay() {
        current().flatMap(table::find).ifPresent(row -> keeper.seen(row, clock.instant()));
    }

    private static Optional<String> current() {
        return SignInDetails.session(SecurityContextHolder.getContext().getAuthentication());
    }
}
