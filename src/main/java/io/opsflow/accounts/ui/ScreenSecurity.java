package io.opsflow.accounts.ui;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import io.opsflow.accounts.ApplicantStatus;
import io.opsflow.accounts.MyPassword;
import io.opsflow.accounts.StillApplicant;
import io.opsflow.kernel.TooManyAttempts;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Who may see screens: the views themselves say which permission they need. Deliberately without Vaadin's own keeper of the
 * security context: it holds the session's person above whoever acts, and a step that runs as the system inside somebody's
 * click would run as that person.
 */
@Configuration(proxyBeanMethods = false)
class ScreenSecurity {

    private static final String LOGIN = "/" + LoginView.PATH;

    /** Flow's client builds its page with scripts in the page and makes functions of texts. */
    private static final String CONTENT_POLICY =
            "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:;"
                    + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    @Order(10)
    SecurityFilterChain screenChain(
            HttpSecurity http,
            AuthenticationManager signIn,
            SessionAuthenticationStrategy sessions,
            MyPassword password,
            RequestUtil vaadin,
            VaadinDefaultRequestCache wanted)
            throws Exception {
        HttpSessionRequestCache pagesOnly = new HttpSessionRequestCache();
        pagesOnly.setRequestMatcher(ScreenSecurity::wantsPage);
        wanted.setDelegateRequestCache(pagesOnly);
        return http.authenticationManager(signIn)
                // Whoever an error hits may read it: otherwise every fault would end at the sign-in page.
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(
                                PathPatternRequestMatcher.withDefaults().matcher("/icons/**"))
                        .permitAll())
                // Vaadin would leave out the sign-in itself: somebody else's page could sign one in as somebody else.
                .csrf(csrf -> csrf.ignoringRequestMatchers(vaadin::isFrameworkInternalRequest))
                .sessionManagement(session -> session.addSessionAuthenticationStrategy(sessions))
                .addFilterAfter(new NewPasswordFirst(password), AuthorizationFilter.class)
                // The page is named here: Spring would make one of its own before Vaadin names its view.
                .formLogin(form -> form.loginPage(LOGIN).failureHandler(failure()))
                .exceptionHandling(denied -> denied.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(LOGIN + "?" + LoginView.EXPIRED),
                                ScreenSecurity::isSessionOver)
                        .defaultAccessDeniedHandlerFor(stale(), ScreenSecurity::isSignIn)
                        .defaultAccessDeniedHandlerFor(new AccessDeniedHandlerImpl(), request -> true))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .frameOptions(frames -> frames.deny())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()")))
                .with(vaadin(), screens -> screens.enableCsrfConfiguration(false)
                        .loginView(LoginView.class, LOGIN + "?" + LoginView.SIGNED_OUT)
                        .defaultSuccessUrl("/home"))
                .build();
    }

    /** Back to the page with the name that was typed, and the reason that one may know. */
    private static AuthenticationFailureHandler failure() {
        DefaultRedirectStrategy redirect = new DefaultRedirectStrategy();
        return (request, response, error) -> {
            LastAttempt.keep(request);
            if (error instanceof StillApplicant applicant && applicant.reason() != null) {
                LastAttempt.keepReason(request, applicant.reason());
            }
            redirect.sendRedirect(request, response, LOGIN + "?" + reason(error));
        };
    }

    /** After signing in one goes to the page that one wanted, never to a file that some page asked for. */
    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return "GET".equals(request.getMethod()) && accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static String reason(AuthenticationException error) {
        if (error instanceof TooManyAttempts braked) {
            return LoginView.WAIT + "=" + braked.seconds();
        }
        if (error instanceof StillApplicant applicant) {
            return applicant.status() == ApplicantStatus.PENDING ? LoginView.PENDING : LoginView.REFUSED;
        }
        return error instanceof InternalAuthenticationServiceException ? LoginView.UNAVAILABLE : LoginView.WRONG;
    }

    /** The page was open for longer than its session: it comes anew, with the name that was typed. */
    private static AccessDeniedHandler stale() {
        DefaultRedirectStrategy redirect = new DefaultRedirectStrategy();
        return (request, response, error) -> {
            LastAttempt.keep(request);
            redirect.sendRedirect(request, response, LOGIN + "?" + LoginView.STALE);
        };
    }

    private static boolean isSignIn(HttpServletRequest request) {
        return PathPatternRequestMatcher.withDefaults()
                .matcher(HttpMethod.POST, LOGIN)
                .matches(request);
    }

    /** The browser opens a page with the cookie of a session that is no more. */
    private static boolean isSessionOver(HttpServletRequest request) {
        return "GET".equals(request.getMethod())
                && request.getRequestedSessionId() != null
                && !request.isRequestedSessionIdValid()
                && request.getParameter("v-r") == null;
    }
}
