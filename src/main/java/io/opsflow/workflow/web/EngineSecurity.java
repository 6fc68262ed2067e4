package io.opsflow.workflow.web;

import static io.opsflow.kernel.Permissions.PROCESSES_DEPLOY;
import static io.opsflow.kernel.Permissions.PROCESSES_OPERATE;
import static io.opsflow.kernel.Permissions.PROCESSES_WATCH;
import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who comes in: programs such as Camunda Modeler by name and password or a token with every
 * call, people in a browser by the session
 * of OpsFlow. Neither way opens the other.
 */
@Configuration(proxyBeanMethods = false)
class EngineSecurity {

    private static final RequestMatcher REST = anyOf("/engine-rest", "/engine-rest/**");
    private static final RequestMatcher PAGES = anyOf("/camunda", "/camunda/**");
    private static final RequestMatcher CALLS_OF_PAGES = anyOf("/camunda/api/**");
    /** What every one of the web applications asks: who is signed in. */
    private static final RequestMatcher WHO = anyOf("/camunda/api/admin/auth/**");

    private static final RequestMatcher ADMIN = anyOf("/camunda/app/admin/**", "/camunda/api/admin/**");

    @Bean
    @Order(1)
    SecurityFilterChain engineRestChain(
            HttpSecurity http, @Qualifier("callSignIn") AuthenticationManager signIn, Refusals refusals)
            throws Exception {
        return http.securityMatcher(REST)
                .authenticationManager(signIn)
                .authorizeHttpRequests(calls -> calls.anyRequest().hasAnyAuthority(PROCESSES_WATCH, PROCESSES_DEPLOY))
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals::challenge))
                .addFilterBefore(bearer(signIn, refusals), BasicAuthenticationFilter.class)
                // The cookie of a session is not looked at, so nothing can be forged with it.
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(refusals::challenge).accessDeniedHandler(refusals::denied))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain enginePagesChain(HttpSecurity http, Refusals refusals) throws Exception {
        HttpSessionRequestCache pages = new HttpSessionRequestCache();
        pages.setRequestMatcher(EngineSecurity::isPage);
        pages.setMatchingRequestParameterName(null);
        return http.securityMatcher(PAGES)
                .authorizeHttpRequests(requests -> requests.requestMatchers(WHO)
                        .hasAuthority(PROCESSES_WATCH)
                        .requestMatchers(ADMIN)
                        .hasAuthority(PROCESSES_OPERATE)
                        .anyRequest()
                        .hasAuthority(PROCESSES_WATCH))
                // They have a token of their own, and a policy of their own for what a page may load.
                .csrf(csrf -> csrf.disable())
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .requestCache(cache -> cache.requestCache(pages))
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                                refusals::notSignedIn, CALLS_OF_PAGES)
                        .defaultAuthenticationEntryPointFor(toSignIn("/login?expired"), EngineSecurity::isSessionOver)
                        .defaultAuthenticationEntryPointFor(toSignIn("/login"), request -> true)
                        .defaultAccessDeniedHandlerFor(refusals::denied, CALLS_OF_PAGES)
                        .defaultAccessDeniedHandlerFor(refusals::page, request -> true))
                .build();
    }

    private static BearerTokenAuthenticationFilter bearer(AuthenticationManager signIn, Refusals refusals) {
        BearerTokenAuthenticationFilter filter = new BearerTokenAuthenticationFilter(signIn);
        filter.setAuthenticationFailureHandler(refusals::challenge);
        return filter;
    }

    private static AuthenticationEntryPoint toSignIn(String page) {
        LoginUrlAuthenticationEntryPoint entry = new LoginUrlAuthenticationEntryPoint(page);
        entry.setFavorRelativeUris(true);
        return entry;
    }

    private static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return HttpMethod.GET.matches(request.getMethod())
                && !CALLS_OF_PAGES.matches(request)
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static boolean isSessionOver(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }

    private static RequestMatcher anyOf(String... patterns) {
        // Matched by pattern and not by string: a servlet's prefix must not be cut off before the comparison.
        return new OrRequestMatcher(Arrays.stream(patterns)
                .<RequestMatcher>map(pattern -> withDefaults().matcher(pattern))
                .toList());
    }
}
