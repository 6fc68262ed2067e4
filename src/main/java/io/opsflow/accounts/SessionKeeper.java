package io.opsflow.accounts;

import io.opsflow.accounts.SessionTable.Row;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a signed-in session live for as long as its row in the table does: in front of every other filter of security, for
 * screens, calls and the engine's pages alike. A page that only asks for news keeps nothing alive; people do.
 */
@Component(SessionKeeper.NAME)
class SessionKeeper extends OncePerRequestFilter implements SessionAuthenticationStrategy {

    static final String NAME = "sessionKeeper";

    private static final Logger LOG = LoggerFactory.getLogger(SessionKeeper.class);
    private static final String HELD = SessionKeeper.class.getName();
    private static final String SIGNED_IN = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;
    private static final int LONGEST_AGENT = 300;
    private static final Duration EXACTNESS = Duration.ofMinutes(1);
    /** The server's own end of a session only clears away what nobody asks for any more. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    private final SessionTable table;
    private final Directory directory;
    private final SessionProperties times;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SessionKeeper(SessionTable table, Directory directory, SessionProperties times, Clock clock) {
        this.table = table;
        this.directory = directory;
        this.times = times;
        this.clock = clock;
    }

    /** Somebody has signed in at the sign-in page. */
    @Override
    public void onAuthentication(Authentication person, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession();
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        Instant now = clock.instant();
        String address = request.getRemoteAddr();
        String agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        table.begin(
                person.getName(),
                new Row(
                        id,
                        now,
                        now,
                        now.plus(times.absolute()),
                        address,
                        agent.substring(0, Math.min(agent.length(), LONGEST_AGENT))));
        table.signedIn(person.getName(), now);
        session.setAttribute(HELD, new Held(id, person.getName(), table));
        session.setMaxInactiveInterval((int) times.idle().plus(GRACE).toSeconds());
        if (person instanceof AbstractAuthenticationToken token) {
            token.setDetails(new SignInDetails(id, address));
        }
    }

    /** Ends the row along with the server's session, however that ends: by signing out anywhere, or cleared away. */
    private record Held(String id, String username, SessionTable table) implements HttpSessionBindingListener {

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            try {
                table.end(username, id);
            } catch (DataAccessException | TransactionException e) {
                LOG.info("A session has ended, and its row stays until it is idle: {}", e.toString());
            }
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        // A page's own questions are known by a parameter and not by their path.
        return "GET".equals(request.getMethod())
                && request.getQueryString() == null
                && (path.startsWith("/VAADIN/build/") || path.startsWith("/icons/"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(SIGNED_IN) instanceof SecurityContext person) {
            if (isOver(session, request)) {
                session.invalidate();
            } else {
                followRoles(session, person.getAuthentication());
            }
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(HttpSession session, HttpServletRequest request) {
        try {
            Instant now = clock.instant();
            Optional<Row> row =
                    session.getAttribute(HELD) instanceof Held held ? table.find(held.id()) : Optional.empty();
            if (row.isEmpty() || !endOf(row.get()).isAfter(now)) {
                return true;
            }
            if (isActivity(request)) {
                seen(row.get(), now);
            }
            return false;
        } catch (DataAccessException | TransactionException e) {
            // Without a database nothing can be done anyway, and it must be said on a page.
            return false;
        }
    }

    /** What somebody may do is what the roles allow now, not what they allowed at the sign-in. */
    private void followRoles(HttpSession session, Authentication person) {
        try {
            directory
                    .member(person.getName())
                    .map(member -> PasswordSignIn.signedIn(person.getName(), member.permissions(), person.getDetails()))
                    .filter(now -> !Set.copyOf(now.getAuthorities()).equals(Set.copyOf(person.getAuthorities())))
                    .ifPresent(now -> session.setAttribute(SIGNED_IN, new SecurityContextImpl(now)));
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("Roles cannot be read at the moment: {}", e.toString());
        }
    }

    /** When a session ends if nothing is done any more. */
    Instant endOf(Row row) {
        return endOf(row.seenAt(), row.endsAt());
    }

    Instant endOf(Instant seenAt, Instant last) {
        Instant idle = seenAt.plus(times.idle());
        return idle.isBefore(last) ? idle : last;
    }

    /** Somebody does something. */
    void seen(Row row, Instant now) {
        if (row.seenAt().plus(EXACTNESS).isBefore(now)) {
            table.seen(row.id(), now);
        }
    }

    /** Since when somebody must have been seen whose session lasts. */
    Instant idleSince() {
        return clock.instant().minus(times.idle());
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
    void forget() {
        table.forget(clock.instant(), idleSince());
    }

    /** What an open page asks by itself, and its clicks along with it, tells nothing: the page itself tells of people. */
    private static boolean isActivity(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null || !query.matches("(.*&)?v-r=(uidl|heartbeat|push)(&.*)?");
    }
}
