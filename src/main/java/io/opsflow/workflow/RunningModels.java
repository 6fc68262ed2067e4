package io.opsflow.workflow;

import io.opsflow.kernel.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The versions of processes that somebody's work still follows although this program no longer has a step, message or role
 * that they name. Whoever upgrades must know of them before a token gets there.
 */
@Service
public class RunningModels {

    private static final Logger LOG = LoggerFactory.getLogger(RunningModels.class);

    /** What an upgrade can take away; how a model is drawn was judged when it was deployed. */
    private static final Set<String> GONE = Set.of(
            "process-unknown",
            "step-unknown",
            "message-unknown",
            "error-unknown",
            "status-unknown",
            "role-unknown",
            "group-unknown",
            "field-people",
            "called-unknown",
            "decision-unknown",
            "variable-unknown");

    private final ManagementService management;
    private final LiveVocabulary vocabulary;
    private final DeployedFiles files;
    private final Texts texts;
    private final Map<String, Checked> checked = new ConcurrentHashMap<>();

    RunningModels(ManagementService management, LiveVocabulary vocabulary, DeployedFiles files, Texts texts) {
        this.management = management;
        this.vocabulary = vocabulary;
        this.files = files;
        this.texts = texts;
    }

    /**
     * A version that is still followed and names what is gone.
     *
     * @param processKey   the process
     * @param version      from 1
     * @param definitionId the engine's id of the version
     * @param running      how many instances follow it
     * @param findings     what is gone
     */
    public record Stranded(String processKey, int version, String definitionId, long running, List<Finding> findings) {

        public Stranded {
            findings = List.copyOf(findings);
        }

        /** What is gone, in sentences. */
        public List<String> sentences(Texts texts, Locale locale) {
            return findings.stream()
                    .map(finding -> finding.sentence(texts, locale))
                    .toList();
        }
    }

    /** Every version with running instances that names what this program no longer has; empty when all is well. */
    @PreAuthorize("hasAuthority('processes.watch')")
    @Transactional(readOnly = true)
    public List<Stranded> findings() {
        return stranded();
    }

    @Transactional(readOnly = true)
    List<Stranded> stranded() {
        List<ProcessDefinitionStatistics> running = management.createProcessDefinitionStatisticsQuery().list().stream()
                .filter(version -> version.getInstances() > 0)
                .toList();
        if (running.isEmpty()) {
            return List.of();
        }
        Vocabulary now = vocabulary.now();
        checked.keySet()
                .retainAll(
                        running.stream().map(ProcessDefinitionStatistics::getId).toList());
        return running.stream()
                .map(version -> new Stranded(
                        version.getKey(),
                        version.getVersion(),
                        version.getId(),
                        version.getInstances(),
                        gone(version, now)))
                .filter(version -> !version.findings().isEmpty())
                .sorted(Comparator.comparing(Stranded::processKey).thenComparing(Stranded::version))
                .toList();
    }

    private List<Finding> gone(ProcessDefinitionStatistics version, Vocabulary now) {
        Checked last = checked.get(version.getId());
        if (last == null || !last.with().equals(now)) {
            List<Finding> gone = ModelCheck.ofLive(now).check(files.of(version.getDeploymentId())).stream()
                    .filter(finding -> GONE.contains(finding.code()))
                    .toList();
            last = new Checked(now, gone);
            checked.put(version.getId(), last);
        }
        return last.findings();
    }

    @EventListener(ApplicationReadyEvent.class)
    void tellAtStart() {
        try {
            tell();
        } catch (RuntimeException e) {
            // Whoever works does not need to know.
            LOG.warn("Running versions could not be compared with this program", e);
        }
    }

    private void tell() {
        for (Stranded version : stranded()) {
            LOG.warn(
                    "{}",
                    texts.get(
                            Locale.ENGLISH,
                            "model.stranded",
                            version.processKey(),
                            version.version(),
                            version.running(),
                            String.join(" ", version.sentences(texts, Locale.ENGLISH))));
        }
    }

    private record Checked(Vocabulary with, List<Finding> findings) {}
}
