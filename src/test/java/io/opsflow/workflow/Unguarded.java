package io.opsflow.workflow;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

/**
 * Deploys what {@link DeploymentGuard} would refuse: small examples of engine rules, and models as an older program may have
 * left them. Nothing in the product can do that.
 */
public final class Unguarded {

    private final ProcessEngine engine;

    public Unguarded(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Deploys files under a name and gives back the deployment. */
    public Deployment deploy(String name, Map<String, byte[]> files) {
        ProcessEngineConfigurationImpl settings =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        List<Deployer> guarded = settings.getDeployers();
        settings.getDeploymentCache()
                .setDeployers(guarded.stream()
                        .filter(deployer -> !(deployer instanceof DeploymentGuard))
                        .toList());
        try {
            DeploymentBuilder deployment =
                    engine.getRepositoryService().createDeployment().name(name);
            files.forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
            return deployment.deploy();
        } finally {
            settings.getDeploymentCache().setDeployers(guarded);
        }
    }
}
