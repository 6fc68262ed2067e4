package io.opsflow.workflow.web;

import java.lang.reflect.Proxy;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.ResourceAuthorizationProvider;
import org.springframework.stereotype.Component;

/** The engine asks who somebody is, checks what is granted, and grants nothing by itself. */
@Component
class EngineAccess extends AbstractProcessEnginePlugin {

    private final EngineIdentity identity;

    EngineAccess(EngineIdentity identity) {
        this.identity = identity;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setIdentityProviderSessionFactory(identity);
        engine.setResourceAuthorizationProvider(nothing());
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
    }

    /** Otherwise whoever deploys could delete what was deployed, and an assignee could change the task, past the rules. */
    private static ResourceAuthorizationProvider nothing() {
        return (ResourceAuthorizationProvider) Proxy.newProxyInstance(
                ResourceAuthorizationProvider.class.getClassLoader(),
                new Class<?>[] {ResourceAuthorizationProvider.class},
                (provider, method, arguments) -> null);
    }
}
