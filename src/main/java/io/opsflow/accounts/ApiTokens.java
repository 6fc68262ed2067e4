package io.opsflow.accounts;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotAllowed;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Permissions;
import io.opsflow.kernel.RuleViolated;
import io.opsflow.kernel.Validation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Personal tokens: what somebody gives to a program in place of a password. A token can do at most what its owner may do at
 * that moment. Tokens make no tokens: whoever finds one cannot make it last.
 */
@Service
@PreAuthorize("isAuthenticated()")
public class ApiTokens {

    /** With this every personal token begins, so that people and scanners know one when they see it. */
    static final String PREFIX = "ops_pat_";

    private static final int MOST = 50;

    private final ApiTokenTable table;
    private final TokenProperties times;
    private final Validation validation;
    private final Clock clock;

    ApiTokens(ApiTokenTable table, TokenProperties times, Validation validation, Clock clock) {
        this.table = table;
        this.times = times;
        this.validation = validation;
        this.clock = clock;
    }

    /** One's own, the newest first. */
    @Transactional(readOnly = true)
    public List<ApiTokenDetails> mine() {
        return table.find(Actor.current().name(), 0, MOST);
    }

    /**
     * Anybody's.
     *
     * @param username whose; null for everybody's
     */
    @PreAuthorize("hasAuthority('accounts.manage')")
    @Transactional(readOnly = true)
    public PageOf<ApiTokenDetails> find(@Nullable String username, Paging paging) {
        int total = table.count(username);
        List<ApiTokenDetails> items = table.find(username, paging.offset(), paging.size());
        return new PageOf<>(
                items, paging.page(), paging.size(), Math.min(total, PageOf.COUNTED), total > PageOf.COUNTED, null);
    }

    /** What can be a token's scope: what whoever is signed in may do. */
    @Transactional(readOnly = true)
    public List<String> possibleScopes() {
        return Permissions.all().stream().filter(Actor::may).toList();
    }

    /** The longest life that a token can have. */
    @Transactional(readOnly = true)
    public Duration longest() {
        return times.personal();
    }

    /** When a token ends that is made now and lives for so long. */
    @Transactional(readOnly = true)
    public Instant endAfter(Duration life) {
        return clock.instant().plus(life);
    }

    /**
     * Makes a token. It is told this once; what is kept is a digest.
     *
     * @throws InvalidInput a scope is none of one's own permissions, or the end lies in the past or too far away
     * @throws RuleViolated one has too many tokens
     * @throws NotAllowed   the call itself comes with a personal token
     */
    @Audited("api_token.add")
    @Transactional
    public NewApiToken add(AddApiToken request) {
        refuseTokens();
        validation.checked(request);
        refuseForeign(request.scopes());
        Instant now = clock.instant();
        Instant longest = now.plus(times.personal());
        Instant end = request.expiresAt() == null ? longest : request.expiresAt();
        if (!end.isAfter(now) || end.isAfter(longest)) {
            throw new InvalidInput("expires_at", "token-end", times.personal().toDays());
        }
        String username = Actor.current().name();
        if (table.count(username) >= MOST) {
            throw new TooManyTokens(MOST);
        }
        ApiTokenDetails token = new ApiTokenDetails(
                HexFormat.of().formatHex(RefreshSecret.random(16)),
                username,
                request.name(),
                List.copyOf(new TreeSet<>(request.scopes())),
                Boolean.TRUE.equals(request.readOnly()),
                now,
                end,
                null,
                false);
        String secret = PREFIX + RefreshSecret.text(RefreshSecret.random(32));
        table.add(token, RefreshSecret.hash(secret));
        AuditTrail.changed("api_token", token.id(), null, token);
        return new NewApiToken(token, secret);
    }

    /**
     * A token opens nothing any more; for administrators, anybody's.
     *
     * @throws NotFound   there is none, or it is not one's own
     * @throws NotAllowed the call itself comes with a personal token
     */
    @Audited("api_token.revoke")
    @Transactional
    public void revoke(String id) {
        refuseTokens();
        ApiTokenDetails token = table.byId(id)
                .filter(one -> one.username().equals(Actor.current().name()) || Actor.may(Permissions.ACCOUNTS_MANAGE))
                .orElseThrow(() -> new NotFound(id));
        table.end(token.id());
        AuditTrail.changed("api_token", token.id(), token, null);
    }

    private static void refuseForeign(Iterable<String> scopes) {
        for (String scope : scopes) {
            if (!Permissions.all().contains(scope)) {
                throw new InvalidInput("scopes", "unknown-value", List.copyOf(Permissions.all()));
            }
            if (!Actor.may(scope)) {
                throw new InvalidInput("scopes", "scope-not-yours", scope);
            }
        }
    }

    private static void refuseTokens() {
        if (TokenDetails.isPersonal()) {
            throw new NotAllowed("token-makes-no-token");
        }
    }
}
