package io.opsflow.accounts;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Permissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people are signed in, at the screens and by programs, and for how long still. */
@Service
@PreAuthorize("isAuthenticated()")
@EnableConfigurationProperties(SessionProperties.class)
public class MySessions {

    private final OpenSignIns open;
    private final SessionTable table;
    private final TokenFamilies families;
    private final SessionKeeper keeper;
    private final Clock clock;

    MySessions(OpenSignIns open, SessionTable table, TokenFamilies families, SessionKeeper keeper, Clock clock) {
        this.open = open;
        this.table = table;
        this.families = families;
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
    public PageOf<SessionDetails> mine(Paging paging) {
        return open.page(Actor.current().name(), paging);
    }

    /**
     * Anybody's.
     *
     * @param username whose; null for everybody's
     */
    @PreAuthorize("hasAuthority('accounts.manage')")
    @Transactional(readOnly = true)
    public PageOf<SessionDetails> find(@Nullable String username, Paging paging) {
        return open.page(username, paging);
    }

    /**
     * Ends a session; whoever uses it must sign in again. For administrators, anybody's.
     *
     * @throws NotFound there is none, or it is not one's own
     */
    @Transactional
    @Audited("session.end")
    public void end(String id) {
        SessionDetails session = open.byId(id)
                .filter(one -> one.username().equals(Actor.current().name()) || Actor.may(Permissions.ACCOUNTS_MANAGE))
                .orElseThrow(() -> new NotFound(id));
        if (session.kind() == SessionDetails.Kind.PAGE) {
            table.end(session.username(), id);
        } else {
            families.end(id);
        }
        AuditTrail.fact("username", session.username(), null);
    }

    /** Ends all of one's own sessions but the present one. */
    @Transactional
    @Audited("session.end_others")
    public void endOthers() {
        table.endAll(Actor.current().name(), current().orElse(""));
        families.endAll(Actor.current().name());
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
