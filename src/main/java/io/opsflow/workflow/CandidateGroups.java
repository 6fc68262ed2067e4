package io.opsflow.workflow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where processes name a role or a group, for those who look after roles and groups. */
@Service
@PreAuthorize("hasAnyAuthority('accounts.manage', 'roles.manage')")
public class CandidateGroups {

    private static final Set<String> MISSED = Set.of("role-unknown", "group-unknown", "field-people");

    private final RepositoryService repository;
    private final ManagementService management;
    private final EngineCall call;
    private final LiveVocabulary vocabulary;
    private final DeployedFiles files;
    private final JdbcClient sql;

    CandidateGroups(
            RepositoryService repository,
            ManagementService management,
            EngineCall call,
            LiveVocabulary vocabulary,
            DeployedFiles files,
            JdbcClient sql) {
        this.repository = repository;
        this.management = management;
        this.call = call;
        this.vocabulary = vocabulary;
        this.files = files;
        this.sql = sql;
    }

    /**
     * What would be stranded without it.
     *
     * @param models    the latest versions, and older ones that are still followed, that name it: {@code ticket-handling 3}
     * @param openTasks how many open tasks are offered to it
     */
    public record Use(List<String> models, int openTasks) {

        public Use {
            models = List.copyOf(models);
        }

        /** Whether nothing would be. */
        public boolean isNone() {
            return models.isEmpty() && openTasks == 0;
        }
    }

    /** What names this role or group now. */
    @Transactional(readOnly = true)
    public Use of(String code) {
        return new Use(call.of(() -> models(code)), openTasks(code));
    }

    private int openTasks(String code) {
        return sql.sql("select count(*) from inbox_entry where principal = ?")
                .param(Principals.group(code))
                .query(Integer.class)
                .single();
    }

    /** Those in which the guard would miss it. */
    private List<String> models(String code) {
        Map<String, String> deployments = new TreeMap<>();
        Stream.concat(
                        repository.createProcessDefinitionQuery().latestVersion().list().stream(),
                        management.createProcessDefinitionStatisticsQuery().list().stream()
                                .filter(version -> version.getInstances() > 0)
                                .map(ProcessDefinitionStatistics::getId)
                                .map(repository::getProcessDefinition))
                .forEach(version -> deployments.put(name(version), version.getDeploymentId()));
        Vocabulary now = vocabulary.now();
        ModelCheck without =
                ModelCheck.ofLive(now.with(without(now.roles(), code), without(now.groups(), code), now.decisions()));
        return deployments.entrySet().stream()
                .filter(version -> without.check(files.of(version.getValue())).stream()
                        .anyMatch(finding -> MISSED.contains(finding.code())
                                && finding.args().contains(code)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String name(ProcessDefinition version) {
        return version.getKey() + " " + version.getVersion();
    }

    private static Set<String> without(Set<String> codes, String code) {
        Set<String> others = new TreeSet<>(codes);
        others.remove(code);
        return others;
    }
}
