package io.opsflow.workflow;

import io.opsflow.kernel.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.bpmn.parser.ResourceReportImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Stands at the only door through which models come in, whoever brings them: what {@link ModelCheck} objects to is not
 * deployed. The refusal is the engine's own kind of exception, so that its REST answers 400 and Modeler shows it.
 */
@Component
class DeploymentGuard extends AbstractProcessEnginePlugin implements Deployer {

    /** What Modeler knows a refused model by; with any other beginning it blames the connection. */
    private static final String KNOWN_BY = "ENGINE-09005 Could not parse BPMN process. ";

    private final ObjectProvider<LiveVocabulary> vocabulary;
    private final ObjectProvider<Texts> texts;

    DeploymentGuard(ObjectProvider<LiveVocabulary> vocabulary, ObjectProvider<Texts> texts) {
        this.vocabulary = vocabulary;
        this.texts = texts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<Deployer> first = new ArrayList<>();
        first.add(this);
        if (engine.getCustomPreDeployers() != null) {
            first.addAll(engine.getCustomPreDeployers());
        }
        engine.setCustomPreDeployers(first);
        engine.setRepositoryService(new WholeUnits());
    }

    /** Old versions are deployed again when they are read into the cache; who has work in them must be able to finish. */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        Map<String, byte[]> unit = new LinkedHashMap<>();
        deployment.getResources().values().stream()
                .filter(resource -> !resource.isGenerated())
                .forEach(resource -> unit.put(resource.getName(), bytes(resource)));
        List<Finding> findings =
                new ArrayList<>(ModelCheck.ofLive(vocabulary.getObject().now()).check(unit));
        if (deployment.getTenantId() != null) {
            findings.add(Finding.of(unit.keySet().iterator().next(), "", "tenant", deployment.getTenantId()));
        }
        if (!findings.isEmpty()) {
            throw refused(findings, unit, LocaleContextHolder.getLocale());
        }
    }

    private static byte[] bytes(ResourceEntity resource) {
        return resource.getBytes() == null ? new byte[0] : resource.getBytes();
    }

    private ParseException refused(List<Finding> findings, Map<String, byte[]> unit, Locale locale) {
        Texts words = texts.getObject();
        String all = findings.stream()
                .map(finding -> "\n* " + finding.sentence(words, locale))
                .collect(Collectors.joining());
        Map<String, List<Problem>> byFile = new LinkedHashMap<>();
        for (Finding finding : findings) {
            byFile.computeIfAbsent(finding.file(), file -> new ArrayList<>())
                    .add(new ModelProblem(finding.sentence(words, locale), finding.line(unit), finding.element()));
        }
        String message = KNOWN_BY + words.get(locale, "model.refused", findings.size()) + all;
        String first = byFile.keySet().iterator().next();
        ParseException refused = new ParseException(message, first, byFile.remove(first), List.of());
        byFile.forEach(
                (file, problems) -> refused.getResorceReports().add(new ResourceReportImpl(file, problems, List.of())));
        return refused;
    }

    /** A unit is deployed as a whole or not at all: a diagram without its unchanged forms would have none. */
    private static final class WholeUnits extends RepositoryServiceImpl {

        @Override
        public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl deployment) {
            if (deployment.isDeployChangedOnly()) {
                deployment.enableDuplicateFiltering(false);
            }
            return super.deployWithResult(deployment);
        }
    }

    /** One sentence, as the engine reports problems. */
    private record ModelProblem(String message, int at, String element) implements Problem {

        @Override
        public String getMessage() {
            return message;
        }

        @Override
        public int getLine() {
            return at;
        }

        @Override
        public int getColumn() {
            return 0;
        }

        @Override
        public String getMainElementId() {
            return element;
        }

        @Override
        public List<String> getElementIds() {
            return element.isEmpty() ? List.of() : List.of(element);
        }
    }
}
