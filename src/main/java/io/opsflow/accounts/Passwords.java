package io.opsflow.accounts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept. */
@Configuration(proxyBeanMethods = false)
class Passwords {

    private static final int COST = 12;

    /**
     * What a password is compared with when nobody has the given name, so that the answer takes as long as for somebody:
     * the hash of random bytes, at the same cost.
     */
    static final String DECOY = "$2a$12$3uCXPTqb8iaSgy0gcDM54uSz88yx5dHZ3GpHc.5IoPXJifmy8i0/m";

    @Bean
    PasswordEncoder passwordEncoder() {
        return new PatientEncoder(
                new BCryptPasswordEncoder(COST),
                Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }
}
