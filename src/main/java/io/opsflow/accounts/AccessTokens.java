package io.opsflow.accounts;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import io.opsflow.platform.OpsFlowSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/**
 * Access tokens: JSON Web Tokens that say who signed in and by which sign-in, and nothing of what the person may do. One
 * algorithm, one key that every node of an installation has; what the token itself says of algorithm or key counts for
 * nothing.
 */
@Component
class AccessTokens {

    /** Not the address of the installation: nodes and proxies spell it differently. */
    private static final String ISSUER = "opsflow";

    private static final String AUDIENCE = "opsflow-api";
    private static final String FAMILY = "sid";
    private static final MacAlgorithm ALGORITHM = MacAlgorithm.HS256;

    private final JwtEncoder encoder;
    private final NimbusJwtDecoder decoder;
    private final Clock clock;

    AccessTokens(OpsFlowSettings settings, Clock clock) {
        this.clock = clock;
        SecretKey key = settings.keyFor("access tokens");
        encoder = new NimbusJwtEncoder(new ImmutableSecret<>(key));
        decoder = NimbusJwtDecoder.withSecretKey(key).macAlgorithm(ALGORITHM).build();
        JwtTimestampValidator times = new JwtTimestampValidator(Duration.ZERO);
        times.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                times, new JwtIssuerValidator(ISSUER), new JwtAudienceValidator(AUDIENCE)));
    }

    /**
     * What a genuine token says.
     *
     * @param username who signed in
     * @param family   by which sign-in
     */
    record Claims(String username, String family) {}

    /** A token for somebody who has just signed in, or has shown the right refresh token. */
    String issue(String username, String family, Instant expiresAt) {
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .audience(List.of(AUDIENCE))
                .subject(username)
                .issuedAt(clock.instant())
                .expiresAt(expiresAt)
                .id(UUID.randomUUID().toString())
                .claim(FAMILY, family)
                .build();
        return encoder.encode(JwtEncoderParameters.from(
                        JwsHeader.with(ALGORITHM).type("JWT").build(), claims))
                .getTokenValue();
    }

    /** What a token says, if it is one of ours and has not expired. */
    Optional<Claims> read(String token) {
        try {
            Jwt jwt = decoder.decode(token);
            String family = jwt.getClaimAsString(FAMILY);
            // One that never expires was not made here.
            return jwt.getSubject() == null || family == null || jwt.getExpiresAt() == null
                    ? Optional.empty()
                    : Optional.of(new Claims(jwt.getSubject(), family));
        } catch (JwtException e) {
            return Optional.empty();
        }
    }
}
