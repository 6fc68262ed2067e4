package io.opsflow.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whom to ask.
 *
 * @param contact who opens accounts here, in the installation's own words: a name, an address, a number
 */
@ConfigurationProperties("opsflow")
record ContactProperties(@Nullable String contact) {}
