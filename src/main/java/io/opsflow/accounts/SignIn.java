package io.opsflow.accounts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The two ways to show who one is: at the sign-in page, and with every call of the API. */
@Configuration(proxyBeanMethods = false)
class SignIn {

    /** For people at the sign-in page: every password is computed. */
    @Bean
    @Primary
    AuthenticationManager pageSignIn(
            AppUserRepository users,
            PasswordEncoder passwords,
            ApplicantRepository applicants,
            SignInBrake brake,
            AuthenticationEventPublisher events) {
        return manager(events, new PasswordSignIn(users, applicants, passwords, VerifiedPasswords.never(), brake));
    }

    /** For programs that send name and password with every call, or a token. */
    @Bean
    AuthenticationManager callSignIn(
            AppUserRepository users,
            PasswordEncoder passwords,
            ApplicantRepository applicants,
            SignInBrake brake,
            TokenCheck tokens,
            AuthenticationEventPublisher events) {
        var password = new PasswordSignIn(users, applicants, passwords, VerifiedPasswords.forAMinute(), brake);
        return manager(events, password, tokens);
    }

    private static AuthenticationManager manager(AuthenticationEventPublisher events, AuthenticationProvider... ways) {
        ProviderManager manager = new ProviderManager(ways);
        manager.setAuthenticationEventPublisher(events);
        return manager;
    }
}
