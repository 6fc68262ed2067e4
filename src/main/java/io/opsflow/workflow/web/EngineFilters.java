package io.opsflow.workflow.web;

import jakarta.servlet.Filter;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;

/** What a call passes on its way from the sign-in to the engine; the engine's own filters come behind these. */
@Configuration(proxyBeanMethods = false)
class EngineFilters {

    private static final String REST = "/engine-rest/*";
    private static final String PAGES = "/camunda/*";

    @Bean
    FilterRegistrationBean<EngineLanguage> engineLanguage(
            @Qualifier(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME) LocaleResolver languages) {
        return at(199, new EngineLanguage(languages), REST, PAGES);
    }

    @Bean
    FilterRegistrationBean<EngineDoor> engineDoor(Refusals refusals) {
        return at(200, new EngineDoor(refusals), REST, PAGES);
    }

    @Bean
    FilterRegistrationBean<EngineCaller> engineCaller(IdentityService identity, EngineGroups groups) {
        return at(201, new EngineCaller(identity, groups), REST);
    }

    @Bean
    FilterRegistrationBean<CockpitSignOut> cockpitSignOut() {
        return at(201, new CockpitSignOut(), "/camunda/api/admin/auth/*");
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> cockpitSignOn() {
        var signOn = at(202, new ContainerBasedAuthenticationFilter(), PAGES);
        signOn.addInitParameter("authentication-provider", CockpitSignOn.class.getName());
        return signOn;
    }

    private static <T extends Filter> FilterRegistrationBean<T> at(int order, T filter, String... paths) {
        FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.setUrlPatterns(List.of(paths));
        return registration;
    }
}
