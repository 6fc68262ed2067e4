package io.opsflow.accounts;

import io.opsflow.accounts.AccessTokens.Claims;
import io.opsflow.accounts.ApiTokenTable.Living;
import io.opsflow.accounts.TokenDetails.Kind;
import io.opsflow.kernel.InvalidToken;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Lets in whoever shows a token that counts, with the permissions that the person has now: tokens carry none, so a change
 * needs no new token.
 */
@Component
class TokenCheck implements AuthenticationProvider {

    private final AccessTokens accessTokens;
    private final TokenFamilies families;
    private final ApiTokenTable personalTokens;
    private final Directory directory;

    TokenCheck(AccessTokens accessTokens, TokenFamilies families, ApiTokenTable personalTokens, Directory directory) {
        this.accessTokens = accessTokens;
        this.families = families;
        this.personalTokens = personalTokens;
        this.directory = directory;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String token = ((BearerTokenAuthenticationToken) attempt).getToken();
        String address = Origin.address(attempt.getDetails());
        try {
            return token.startsWith(ApiTokens.PREFIX) ? personal(token, address) : signedIn(token, address);
        } catch (DataAccessException | TransactionException e) {
            throw new InternalAuthenticationServiceException("accounts cannot be read", e);
        }
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return BearerTokenAuthenticationToken.class.isAssignableFrom(attempt);
    }

    private Authentication signedIn(String token, String address) {
        Claims claims = accessTokens
                .read(token)
                .filter(read -> families.lives(read.family(), read.username()))
                .orElseThrow(InvalidToken::new);
        return person(
                claims.username(), permission -> true, new TokenDetails(Kind.ACCESS, claims.family(), false, address));
    }

    private Authentication personal(String token, String address) {
        Living living = personalTokens.byHash(RefreshSecret.hash(token)).orElseThrow(InvalidToken::new);
        Authentication person = person(
                living.username(),
                permission -> living.scopes().contains(permission) && (!living.readOnly() || isReading(permission)),
                new TokenDetails(Kind.PERSONAL, living.id(), living.readOnly(), address));
        personalTokens.used(living.id());
        return person;
    }

    private static boolean isReading(String permission) {
        return permission.matches(".+\\.(view|watch)(_.+)?");
    }

    private Authentication person(String username, Predicate<String> scope, TokenDetails details) {
        Member member = directory.member(username).filter(Member::active).orElseThrow(InvalidToken::new);
        Set<String> permissions = member.mustChangePassword()
                ? Set.of(MustChange.AUTHORITY)
                : member.permissions().stream().filter(scope).collect(Collectors.toSet());
        var principal = new User(username, "", AuthorityUtils.createAuthorityList(permissions));
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
        signedIn.setDetails(details);
        return signedIn;
    }
}
