package io.opsflow.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Resource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The models as they were deployed, read once: a deployment never changes. */
@Component
class DeployedFiles {

    // Asked for late: the engine is built with the guard, which knows this class.
    private final ObjectProvider<RepositoryService> repository;
    private final Map<String, Map<String, byte[]>> read = new ConcurrentHashMap<>();

    DeployedFiles(ObjectProvider<RepositoryService> repository) {
        this.repository = repository;
    }

    /** The models of a deployment by file name. */
    Map<String, byte[]> of(String deploymentId) {
        Map<String, byte[]> known = read.get(deploymentId);
        if (known == null) {
            known = read(deploymentId);
            read.put(deploymentId, known);
        }
        return known;
    }

    private Map<String, byte[]> read(String deploymentId) {
        Map<String, byte[]> files = new TreeMap<>();
        RepositoryService engine = repository.getObject();
        for (Resource resource : engine.getDeploymentResources(deploymentId)) {
            if (resource.getName().matches(".*\\.(bpmn|dmn|form)")) {
                try (InputStream content = engine.getResourceAsStreamById(deploymentId, resource.getId())) {
                    files.put(resource.getName(), content.readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return files;
    }
}
