package io.opsflow.workflow;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The models that this program brings along. */
@Configuration(proxyBeanMethods = false)
class ReleaseConfiguration {

    @Bean
    BundledUnits bundledUnits() {
        return BundledUnits.onClassPath();
    }
}
