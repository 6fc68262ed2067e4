package io.opsflow.workflow;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Validation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The versions of processes: which there are and who deployed them, what a release has brought that is not deployed, and
 * the owner's decisions about both. What an owner has deployed is never replaced without the owner.
 */
@Service
public class ProcessReleases {

    private final BundledUnits bundle;
    private final Deployments deployments;
    private final DeployedFiles files;
    private final VersionTable table;
    private final People people;
    private final Validation validation;
    private final Clock clock;

    ProcessReleases(
            BundledUnits bundle,
            Deployments deployments,
            DeployedFiles files,
            VersionTable table,
            People people,
            Validation validation,
            Clock clock) {
        this.bundle = bundle;
        this.deployments = deployments;
        this.files = files;
        this.table = table;
        this.people = people;
        this.validation = validation;
        this.clock = clock;
    }

    /**
     * The versions of a process, the newest first.
     *
     * @throws NotFound no such process
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('processes.watch')")
    public PageOf<ProcessRelease> page(String processKey, Paging paging) {
        PageOf<ProcessRelease> page = table.page(processKey, paging);
        if (page.total() == 0) {
            throw new NotFound(processKey);
        }
        Map<String, String> names = people.namesOf(page.items().stream()
                .map(ProcessRelease::deployedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return page.map(version -> version.withName(name(version.deployedBy(), names)));
    }

    /**
     * What came with the product and is newer than what somebody has deployed; empty when the process follows the
     * product, or when the product has brought nothing new since.
     *
     * @throws NotFound no such process
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('processes.watch')")
    public Optional<BundledNewer> bundledNewer(String processKey, Locale locale) {
        return find(processKey).map(found -> {
            var bundled = new TreeMap<String, byte[]>();
            found.unit().files().forEach((file, text) -> bundled.put(file, text.getBytes(StandardCharsets.UTF_8)));
            ModelDifference difference =
                    ModelDifference.between(files.of(found.live().deploymentId()), bundled, locale);
            VersionTable.Kept kept = found.kept();
            String by = kept == null ? null : kept.by();
            return new BundledNewer(
                    found.seen(),
                    found.live().version(),
                    difference.changes(),
                    difference.text(),
                    by,
                    by == null ? null : people.nameOf(by),
                    kept == null ? null : kept.at());
        });
    }

    /** The keys of the processes for which an owner's answer is missing. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('processes.watch')")
    public Set<String> unanswered() {
        Set<String> live = deployments.liveProcesses();
        Set<String> kept = table.keptDigests();
        return deployments.neverBundled(bundle.units()).stream()
                .filter(unit -> unit.kind() == ModelUnit.Kind.PROCESS && !kept.contains(unit.digest()))
                .map(ModelUnit::key)
                .filter(live::contains)
                .collect(Collectors.toSet());
    }

    /**
     * Deploys the version that came with the product; from now on the process follows the product again.
     *
     * @throws ProcessChanged somebody else has answered or deployed meanwhile
     */
    @Transactional
    @PreAuthorize("hasAuthority('processes.deploy')")
    @Audited("process.take_bundled")
    public void takeBundled(String processKey, BundledAnswer answer) {
        Found found = decided(processKey, answer);
        AuditTrail.fact("from_version", null, found.live().version());
        accepted(() -> deployments.deploy(found.unit()));
    }

    /**
     * Keeps the live version. Remembered until the product brings another content.
     *
     * @throws ProcessChanged somebody else has answered or deployed meanwhile
     */
    @Transactional
    @PreAuthorize("hasAuthority('processes.deploy')")
    @Audited("process.keep_live")
    public void keepLive(String processKey, BundledAnswer answer) {
        Found found = decided(processKey, answer);
        if (found.kept() != null) {
            throw new ProcessChanged(processKey);
        }
        AuditTrail.fact("kept_version", null, found.live().version());
        table.keep(found.unit(), new VersionTable.Kept(Actor.current().name(), clock.instant()));
    }

    /**
     * Deploys an older version's content again as the newest. That is a decision about the process, whatever the content:
     * a later release asks before it changes anything.
     *
     * @throws NotFound       no such version
     * @throws AlreadyLatest  it is the newest
     * @throws ProcessChanged there is a newer one than the person has seen
     * @throws ModelRefused   the old content names what this release does not have any more
     */
    @Transactional
    @PreAuthorize("hasAuthority('processes.deploy')")
    @Audited("process.go_back")
    public void goBack(String processKey, int version, GoBack command) {
        int latest = validation.checked(command).latest();
        deployments.lock();
        String deployment =
                table.deployment(processKey, version).orElseThrow(() -> new NotFound(processKey + " " + version));
        int newest = deployments
                .latest(ModelUnit.Kind.PROCESS, processKey)
                .orElseThrow(() -> new NotFound(processKey))
                .version();
        if (newest != latest) {
            throw new ProcessChanged(processKey);
        }
        if (version == newest) {
            throw new AlreadyLatest(version);
        }
        AuditTrail.fact("restored_version", null, version);
        accepted(() -> deployments.deploy(ModelSource.RESTORED_FROM + version, processKey, files.of(deployment)));
    }

    /** A unit that is newer than the live version, and what was answered. */
    private record Found(ModelUnit unit, Deployments.Latest live, VersionTable.@Nullable Kept kept) {

        String seen() {
            return live.version() + "." + unit.digest().substring(0, 16) + (kept == null ? "" : ".kept");
        }
    }

    private Optional<Found> find(String processKey) {
        Deployments.Latest live =
                deployments.latest(ModelUnit.Kind.PROCESS, processKey).orElseThrow(() -> new NotFound(processKey));
        return bundle.process(processKey)
                .filter(unit -> !live.isBundled() && !deployments.wasBundled(unit))
                .map(unit -> new Found(unit, live, table.kept(unit).orElse(null)));
    }

    private Found decided(String processKey, BundledAnswer answer) {
        String seen = validation.checked(answer).seen();
        deployments.lock();
        return find(processKey)
                .filter(found -> found.seen().equals(seen))
                .orElseThrow(() -> new ProcessChanged(processKey));
    }

    private static void accepted(Runnable deployment) {
        try {
            deployment.run();
        } catch (ParseException refused) {
            List<String> findings = refused.getResorceReports().stream()
                    .flatMap(report -> report.getErrors().stream())
                    .map(Problem::getMessage)
                    .toList();
            throw new ModelRefused(String.join(" ", findings));
        }
    }

    private static @Nullable String name(@Nullable String username, Map<String, String> names) {
        return username == null ? null : names.getOrDefault(username, username);
    }
}
