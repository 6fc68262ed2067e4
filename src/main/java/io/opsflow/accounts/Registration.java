package io.opsflow.accounts;

import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** How somebody gets an account here. */
@Service
@PreAuthorize("permitAll()") // for people who cannot be signed in yet
@EnableConfigurationProperties(ContactProperties.class)
public class Registration {

    private final ContactProperties properties;

    Registration(ContactProperties properties) {
        this.properties = properties;
    }

    /** Who opens accounts; empty when this installation does not say. */
    public Optional<String> contact() {
        return Optional.ofNullable(properties.contact()).map(String::strip).filter(text -> !text.isEmpty());
    }
}
