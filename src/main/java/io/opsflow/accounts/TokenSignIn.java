package io.opsflow.accounts;

import io.opsflow.accounts.TokenFamilies.Family;
import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.InvalidToken;
import io.opsflow.kernel.NotAllowed;
import io.opsflow.kernel.TooManyAttempts;
import io.opsflow.kernel.Validation;
import io.opsflow.platform.OpsFlowSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Service;

/**
 * How a program signs in for a person: with the person's password once, then with tokens. Whoever shows a refresh token that
 * was used before ends the whole sign-in: one of the two who had it was a thief.
 */
@Service
@PreAuthorize("permitAll()") // for those who are not signed in yet
@EnableConfigurationProperties(TokenProperties.class)
public class TokenSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(TokenSignIn.class);
    private static final String BEARER = "Bearer";

    private final AuthenticationManager signIn;
    private final TokenFamilies families;
    private final AccessTokens accessTokens;
    private final Directory directory;
    private final TokenProperties times;
    private final OpsFlowSettings settings;
    private final Validation validation;
    private final Clock clock;

    TokenSignIn(
            AuthenticationManager signIn,
            TokenFamilies families,
            AccessTokens accessTokens,
            Directory directory,
            TokenProperties times,
            OpsFlowSettings settings,
            Validation validation,
            Clock clock) {
        this.signIn = signIn;
        this.families = families;
        this.accessTokens = accessTokens;
        this.directory = directory;
        this.times = times;
        this.settings = settings;
        this.validation = validation;
        this.clock = clock;
    }

    /**
     * Signs somebody in.
     *
     * @param from where the call comes from
     * @throws AuthenticationException the name or the password is wrong, or the account is closed
     * @throws TooManyAttempts         too many wrong passwords
     * @throws NotAllowed              somebody else chose the password, so another must be chosen first
     */
    @Audited("token.login")
    public IssuedTokens login(TokenLogin request, WebAuthenticationDetails from) {
        validation.checked(request);
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated(request.username(), request.password());
        attempt.setDetails(from);
        Authentication person = signIn.authenticate(attempt);
        AuditTrail.object("user", person.getName());
        if (MustChange.applies(person)) {
            throw new NotAllowed(MustChange.CODE);
        }
        RefreshSecret secret = RefreshSecret.first();
        Family family = new Family(
                HexFormat.of().formatHex(RefreshSecret.random(16)),
                person.getName(),
                secret.lookup(),
                secret.hash(),
                clock.instant().plus(times.refresh()));
        families.begin(family, Origin.address(from));
        return issue(family, secret);
    }

    /**
     * The next pair of tokens; the refresh token that was sent is used up.
     *
     * @throws InvalidToken it is none of ours, or was used before, or its sign-in has ended
     * @throws NotAllowed   somebody else chose a password meanwhile, so another must be chosen first
     */
    @Audited("token.refresh")
    public IssuedTokens refresh(RefreshTokens request) {
        validation.checked(request);
        RefreshSecret sent = RefreshSecret.of(request.refreshToken()).orElseThrow(InvalidToken::new);
        Family family = families.byLookup(sent.lookup()).orElseThrow(InvalidToken::new);
        AuditTrail.object("user", family.username());
        if (!sent.hash().equals(family.secretHash())) {
            families.end(family.id());
            LOG.warn("A used refresh token of {} came again: that sign-in has ended", family.username());
            throw new InvalidToken();
        }
        if (directory
                .member(family.username())
                .filter(Member::mustChangePassword)
                .isPresent()) {
            throw new NotAllowed(MustChange.CODE);
        }
        RefreshSecret next = sent.next(settings);
        // Whoever loses here has sent the same token in the same instant, and the winner's next one is the same too.
        if (!families.rotate(family, next.hash()) && !counts(next)) {
            throw new InvalidToken();
        }
        return issue(family, next);
    }

    /**
     * Ends a sign-in and all its tokens: the one whose refresh token is sent, and the one of the access token that the call
     * itself carries.
     *
     * @throws InvalidInput there is neither
     */
    @Audited("token.logout")
    public void logout(@Nullable RefreshTokens request) {
        Optional<String> own = TokenDetails.family();
        if (request == null && own.isEmpty()) {
            throw new InvalidInput("refresh_token", "required");
        }
        Optional<Family> sent = Optional.ofNullable(request)
                .flatMap(tokens -> RefreshSecret.of(validation.checked(tokens).refreshToken()))
                .flatMap(secret -> families.byLookup(secret.lookup()));
        own.ifPresent(families::end);
        sent.ifPresent(family -> {
            AuditTrail.object("user", family.username());
            families.end(family.id());
        });
        if (own.isEmpty() && sent.isEmpty()) {
            AuditTrail.nothing();
        }
    }

    private boolean counts(RefreshSecret secret) {
        return families.byLookup(secret.lookup())
                .filter(family -> family.secretHash().equals(secret.hash()))
                .isPresent();
    }

    private IssuedTokens issue(Family family, RefreshSecret secret) {
        Instant now = clock.instant();
        Instant end = now.plus(times.access());
        Instant expiresAt = end.isBefore(family.endsAt()) ? end : family.endsAt();
        String token = accessTokens.issue(family.username(), family.id(), expiresAt);
        return new IssuedTokens(
                token, secret.token(), BEARER, Duration.between(now, expiresAt).toSeconds());
    }
}
