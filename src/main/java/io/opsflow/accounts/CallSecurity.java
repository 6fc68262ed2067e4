package io.opsflow.accounts;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.core.GrantedAuthorityDefaults;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.DelegatingAuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * Who may call what does not belong to a screen: the API, its description and try-out page, the health of the program. The
 * engine's own REST and web applications have chains of their own before this one, the screens one behind it.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
@EnableConfigurationProperties({RateProperties.class, CorsProperties.class})
class CallSecurity {

    private static final String LOGIN = "/login";

    private static final RequestMatcher TRY_OUT = anyOf("/swagger-ui", "/swagger-ui.html", "/swagger-ui/**");

    /** Whoever calls these shows in the body who it is. */
    private static final RequestMatcher FRESH_SIGN_IN = anyOf("/api/v1/auth/login", "/api/v1/auth/refresh");

    private static final RequestMatcher SIGN_IN = new OrRequestMatcher(FRESH_SIGN_IN, anyOf("/api/v1/auth/logout"));

    private static final RequestMatcher CALLS =
            new OrRequestMatcher(TRY_OUT, anyOf("/api/**", "/v3/**", "/actuator/**"));

    /** Authorities are permissions, without a prefix. */
    @Bean
    static GrantedAuthorityDefaults grantedAuthorityDefaults() {
        return new GrantedAuthorityDefaults("");
    }

    /** By name, so that it is made with everything else and not with the server. */
    @Bean
    static DelegatingFilterProxyRegistrationBean sessionsInFrontOfSecurity() {
        var registration = new DelegatingFilterProxyRegistrationBean(SessionKeeper.NAME);
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }

    @Bean
    @Order(3)
    SecurityFilterChain callChain(
            HttpSecurity http,
            @Qualifier("callSignIn") AuthenticationManager signIn,
            AuthenticationEntryPoint problem,
            AccessDeniedHandler denied,
            RateProperties rates,
            CorsProperties cors)
            throws Exception {
        HttpSessionRequestCache pagesOnly = new HttpSessionRequestCache();
        pagesOnly.setRequestMatcher(new AndRequestMatcher(TRY_OUT, CallSecurity::wantsPage));
        return http.securityMatcher(CALLS)
                .authenticationManager(signIn)
                .authorizeHttpRequests(requests -> requests.requestMatchers(anyOf("/actuator/health/**"), SIGN_IN)
                        .permitAll()
                        .requestMatchers(withDefaults().matcher(HttpMethod.POST, "/api/v1/auth/register"))
                        .permitAll()
                        .requestMatchers(anyOf("/actuator/metrics/**"))
                        .hasAuthority(Permissions.SYSTEM_VIEW)
                        // Nothing else of the actuator is switched on: who may see it is decided when something is.
                        .requestMatchers(anyOf("/actuator/**"))
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(problem))
                .addFilterBefore(bearer(signIn, problem), BasicAuthenticationFilter.class)
                .cors(pages -> pages.configurationSource(sites(cors)))
                .addFilterBefore(limit(rates.address(), CallSecurity::address, denied), CsrfFilter.class)
                .addFilterBefore(limit(rates.caller(), CallSecurity::caller, denied), AuthorizationFilter.class)
                .securityContext(context -> context.securityContextRepository(new SessionUnlessHeader()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.requestCache(pagesOnly))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(CallSecurity::couldBeForged)
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
                .addFilterAfter(new TryOutToken(TRY_OUT), CsrfFilter.class)
                .addFilterAfter(new MustChange(), AuthorizationFilter.class)
                .addFilterAfter(new TokenReach(), AuthorizationFilter.class)
                .exceptionHandling(failures -> failures.authenticationEntryPoint(pageOrProblem(problem))
                        .accessDeniedHandler(denied))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                                "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                                        + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors"
                                        + " 'none'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /**
     * A browser sends the session's cookie by itself, whoever made it call. With an Authorization header the session is not
     * looked at, so nothing can be forged with it.
     */
    private static boolean couldBeForged(HttpServletRequest request) {
        return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
                && !SessionUnlessHeader.hasHeader(request)
                && !SIGN_IN.matches(request)
                && request.getSession(false) != null;
    }

    /** Other sites' pages, where some are named: without one, nothing is said to browsers about any. */
    private static CorsConfigurationSource sites(CorsProperties cors) {
        UrlBasedCorsConfigurationSource sites = new UrlBasedCorsConfigurationSource();
        if (!cors.origins().isEmpty()) {
            sites.registerCorsConfiguration("/api/**", cors.configuration());
        }
        return sites;
    }

    private static CallLimit limit(
            int perMinute, Function<HttpServletRequest, Optional<String>> name, AccessDeniedHandler denied) {
        return new CallLimit(new CallRate(perMinute, System::nanoTime), name, denied);
    }

    private static Optional<String> address(HttpServletRequest request) {
        return Optional.of(Origin.network(new WebAuthenticationDetails(request)));
    }

    private static Optional<String> caller(HttpServletRequest request) {
        return Actor.isSignedIn() ? Optional.of(Actor.current().name()) : Optional.empty();
    }

    /** Signing in and refreshing go on with a token that has expired: programs send it with every call. */
    private static BearerTokenAuthenticationFilter bearer(
            AuthenticationManager signIn, AuthenticationEntryPoint problem) {
        DefaultBearerTokenResolver tokens = new DefaultBearerTokenResolver();
        BearerTokenAuthenticationFilter filter = new BearerTokenAuthenticationFilter(signIn);
        filter.setBearerTokenResolver(call -> FRESH_SIGN_IN.matches(call) ? null : tokens.resolve(call));
        // The usual handler lets a database that is away become a fault of the program.
        filter.setAuthenticationFailureHandler(problem::commence);
        return filter;
    }

    /** Somebody who opens the try-out page is led to the sign-in page; a program is told what is wrong. */
    private static AuthenticationEntryPoint pageOrProblem(AuthenticationEntryPoint problem) {
        var entry = new DelegatingAuthenticationEntryPoint(new LinkedHashMap<>(Map.of(
                new AndRequestMatcher(TRY_OUT, CallSecurity::wantsPage), new LoginUrlAuthenticationEntryPoint(LOGIN))));
        entry.setDefaultEntryPoint(problem);
        return entry;
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static RequestMatcher anyOf(String... patterns) {
        return new OrRequestMatcher(Arrays.stream(patterns)
                .<RequestMatcher>map(pattern -> withDefaults().matcher(pattern))
                .toList());
    }
}
