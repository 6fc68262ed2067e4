package io.opsflow.accounts;

import io.opsflow.accounts.AccessTokens.Claims;
import io.opsflow.kernel.InvalidToken;
import java.util.Set;
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
    private final Directory directory;

    TokenCheck(AccessTokens accessTokens, TokenFamilies families, Directory directory) {
        this.accessTokens = accessTokens;
        this.families = families;
        this.directory = directory;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String token = ((BearerTokenAuthenticationToken) attempt).getToken();
        try {
            Claims claims = accessTokens
                    .read(token)
                    .filter(read -> families.lives(read.family(), read.username()))
                    .orElseThrow(InvalidToken::new);
            return signedIn(claims.username(), new TokenDetails(claims.family(), Origin.address(attempt.getDetails())));
        } catch (DataAccessException | TransactionException e) {
            throw new InternalAuthenticationServiceException("accounts cannot be read", e);
        }
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return BearerTokenAuthenticationToken.class.isAssignableFrom(attempt);
    }

    private Authentication signedIn(String username, TokenDetails details) {
        Member member = directory.member(username).filter(Member::active).orElseThrow(InvalidToken::new);
        Set<String> permissions = member.mustChangePassword() ? Set.of(MustChange.AUTHORITY) : member.permissions();
        var principal = new User(username, "", AuthorityUtils.createAuthorityList(permissions));
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
        signedIn.setDetails(details);
        return signedIn;
    }
}
