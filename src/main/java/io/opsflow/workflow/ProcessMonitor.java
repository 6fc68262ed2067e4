package io.opsflow.workflow;

import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens in the processes now, and what happened. Who may watch sees every instance, but no title of an object that
 * is not for their eyes.
 */
@Service
@PreAuthorize("hasAuthority('processes.watch')")
public class ProcessMonitor {

    private final DefinitionTable definitions;
    private final InstanceTable instances;
    private final InstanceReader reader;
    private final ProcessModels models;

    ProcessMonitor(DefinitionTable definitions, InstanceTable instances, InstanceReader reader, ProcessModels models) {
        this.definitions = definitions;
        this.instances = instances;
        this.reader = reader;
        this.models = models;
    }

    /**
     * Where tokens stand in a process and where something failed, by name; places without either are left out.
     *
     * @param version null for all
     * @throws NotFound no such process or version
     */
    @Transactional(readOnly = true)
    public List<ActivityCount> counts(String processKey, @Nullable Integer version, Locale locale) {
        List<DefinitionTable.Row> wanted = versions(processKey, version);
        List<String> ids = ids(wanted);
        Map<String, Long> running = instances.tokensByActivity(ids);
        Map<String, Long> failed = instances.failuresByActivity(ids);
        ProcessModel model = models.of(wanted.get(0).id());
        TreeSet<String> places = new TreeSet<>(running.keySet());
        places.addAll(failed.keySet());
        return places.stream()
                .map(place -> new ActivityCount(
                        place,
                        model.stepName(place, locale),
                        running.getOrDefault(place, 0L),
                        failed.getOrDefault(place, 0L)))
                .sorted(Comparator.comparing(ActivityCount::name))
                .toList();
    }

    /**
     * One page of a process's instances, running and past; newest first unless it is sorted by
     * {@code started_at,asc}.
     *
     * @throws NotFound no such process or version
     */
    @Transactional(readOnly = true)
    public PageOf<InstanceSummary> instances(InstanceQuery query, Paging paging, Locale locale) {
        List<String> ids = ids(versions(query.processKey(), query.version()));
        PageOf<InstanceTable.Row> page = instances.page(ids, query, paging);
        return new PageOf<>(
                reader.summaries(page.items(), locale),
                page.page(),
                page.size(),
                page.total(),
                page.totalCapped(),
                page.next());
    }

    /**
     * One instance, running or past.
     *
     * @throws NotFound no such instance
     */
    @Transactional(readOnly = true)
    public InstanceDetails instance(String instanceId, Locale locale) {
        return reader.details(instances.find(instanceId).orElseThrow(() -> new NotFound(instanceId)), locale);
    }

    private List<DefinitionTable.Row> versions(String processKey, @Nullable Integer version) {
        List<DefinitionTable.Row> wanted = definitions.of(processKey).stream()
                .filter(definition -> version == null || definition.version() == version)
                .toList();
        if (wanted.isEmpty()) {
            throw new NotFound(version == null ? processKey : processKey + " " + version);
        }
        return wanted;
    }

    private static List<String> ids(List<DefinitionTable.Row> definitions) {
        return definitions.stream().map(DefinitionTable.Row::id).toList();
    }
}
