package io.opsflow.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models that come with the product, before the product answers. A unit is one diagram with the forms that
 * it names. It is deployed when its content never was, and when nobody has deployed the process from elsewhere since.
 */
@Component
class BundledModels implements SmartLifecycle {

    /** The source of every deployment that came with the product. */
    static final String SOURCE = "opsflow-bundle";

    private static final Logger LOG = LoggerFactory.getLogger(BundledModels.class);

    private final RepositoryService repository;
    private volatile boolean done;

    BundledModels(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void start() {
        Map<String, byte[]> forms = new TreeMap<>();
        resources("classpath*:/forms/**/*.form")
                .forEach((path, content) -> forms.put(
                        FormSchema.parse(new String(content, StandardCharsets.UTF_8))
                                .id(),
                        content));
        resources("classpath*:/bpmn/**/*.bpmn").forEach((path, diagram) -> deploy(path, diagram, forms));
        done = true;
    }

    private void deploy(String path, byte[] diagram, Map<String, byte[]> allForms) {
        String key = path.substring(path.lastIndexOf('/') + 1, path.length() - ".bpmn".length());
        Map<String, byte[]> unit = new TreeMap<>();
        unit.put(key + ".bpmn", diagram);
        Bpmn.readModelFromStream(new ByteArrayInputStream(diagram)).getModelElementsByType(UserTask.class).stream()
                .map(UserTask::getCamundaFormRef)
                .filter(allForms::containsKey)
                .distinct()
                .forEach(form -> unit.put(form + ".form", allForms.get(form)));
        String name = key + " " + digest(unit);
        if (repository
                                .createDeploymentQuery()
                                .deploymentSource(SOURCE)
                                .deploymentName(name)
                                .count()
                        > 0
                || isEditedLive(key)) {
            return;
        }
        // Two nodes may start at the same time: the engine compares under its own lock.
        DeploymentBuilder deployment =
                repository.createDeployment().source(SOURCE).name(name).enableDuplicateFiltering(true);
        unit.forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
        deployment.deploy();
        LOG.info("Deployed {} with {} forms", key, unit.size() - 1);
    }

    private boolean isEditedLive(String key) {
        ProcessDefinition latest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
        if (latest == null) {
            return false;
        }
        Deployment deployment = repository
                .createDeploymentQuery()
                .deploymentId(latest.getDeploymentId())
                .singleResult();
        return !SOURCE.equals(deployment.getSource());
    }

    private static Map<String, byte[]> resources(String pattern) {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver().getResources(pattern);
            return Arrays.stream(found)
                    .collect(Collectors.toMap(
                            BundledModels::path, BundledModels::content, (first, second) -> first, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(Resource resource) {
        try {
            return resource.getURL().getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] content(Resource resource) {
        try {
            return resource.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(Map<String, byte[]> unit) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            unit.forEach((file, content) -> {
                sha.update(file.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
                sha.update(content);
            });
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    /** Before the web server and before demo data. */
    @Override
    public int getPhase() {
        return 0;
    }
}
