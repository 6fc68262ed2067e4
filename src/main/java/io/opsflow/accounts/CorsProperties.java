package io.opsflow.accounts;

import io.opsflow.platform.StartRefused;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;

/**
 * Which other sites' pages may call the API, with a token: a browser sends the session's cookie with no such call.
 *
 * @param origins such as {@code https://portal.example.com}; none unless they are named
 */
@ConfigurationProperties("opsflow.cors")
record CorsProperties(@DefaultValue List<String> origins) {

    CorsProperties {
        origins = origins.stream()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
        origins.forEach(CorsProperties::check);
    }

    private static void check(String origin) {
        try {
            URI url = new URI(origin);
            boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            String spelled = url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
            if (web && url.getHost() != null && origin.equals(spelled)) {
                return;
            }
        } catch (URISyntaxException e) {
            throw new StartRefused("tokens.bad-cors-origin", origin);
        }
        throw new StartRefused("tokens.bad-cors-origin", origin);
    }

    CorsConfiguration configuration() {
        CorsConfiguration configuration = new CorsConfiguration();
        configuration.setAllowedOrigins(origins);
        configuration.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
        configuration.setAllowedHeaders(List.of(
                HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE, HttpHeaders.ACCEPT_LANGUAGE, "Idempotency-Key"));
        configuration.setExposedHeaders(
                List.of(HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER, "X-Trace-Id", "Idempotency-Replayed"));
        configuration.setAllowCredentials(false);
        configuration.setMaxAge(Duration.ofHours(1));
        return configuration;
    }
}
