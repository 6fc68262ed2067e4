package io.opsflow.workflow;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.Validation;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Suspends and resumes instances and whole versions of processes; the engine's log keeps who, when and why. */
@Service
@PreAuthorize("hasAuthority('processes.operate')")
public class ProcessOperations {

    private final DefinitionTable definitions;
    private final InstanceTable instances;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Interventions interventions;
    private final Validation validation;

    ProcessOperations(
            DefinitionTable definitions,
            InstanceTable instances,
            RuntimeService runtime,
            RepositoryService repository,
            Interventions interventions,
            Validation validation) {
        this.definitions = definitions;
        this.instances = instances;
        this.runtime = runtime;
        this.repository = repository;
        this.interventions = interventions;
        this.validation = validation;
    }

    /**
     * Lets nothing happen in an instance until it is resumed: no task is completed, no job runs.
     *
     * @throws NotFound            no such instance
     * @throws InstanceOver        it has ended
     * @throws SuspensionUnchanged it is suspended already
     */
    @Transactional
    @Audited("instance.suspend")
    public void suspend(String instanceId, Intervention why) {
        change(instanceId, true, why);
    }

    /**
     * Lets a suspended instance go on.
     *
     * @throws NotFound            no such instance
     * @throws InstanceOver        it has ended
     * @throws SuspensionUnchanged it is not suspended
     */
    @Transactional
    @Audited("instance.resume")
    public void resume(String instanceId, Intervention why) {
        change(instanceId, false, why);
    }

    private void change(String instanceId, boolean suspended, Intervention why) {
        String reason = validation.checked(why).reason();
        InstanceTable.Row instance = instances.find(instanceId).orElseThrow(() -> new NotFound(instanceId));
        boolean is = instances.lock(instanceId).orElseThrow(InstanceOver::new);
        if (is == suspended) {
            throw new SuspensionUnchanged(suspended);
        }
        interventions.record(reason, () -> {
            if (suspended) {
                runtime.suspendProcessInstanceById(instance.id());
            } else {
                runtime.activateProcessInstanceById(instance.id());
            }
        });
        AuditTrail.object("instance", instance.id());
        AuditTrail.fact("suspended", !suspended, suspended);
        AuditTrail.fact("reason", null, reason);
    }

    /**
     * Lets a version of a process not be started any more, and its instances rest if that is wanted.
     *
     * @throws NotFound            no such process or version
     * @throws SuspensionUnchanged it is suspended already
     */
    @Transactional
    @Audited("process.suspend")
    public void suspend(String processKey, int version, VersionIntervention why) {
        change(processKey, version, true, why);
    }

    /**
     * Lets a suspended version be started again, and its instances go on if that is wanted.
     *
     * @throws NotFound            no such process or version
     * @throws SuspensionUnchanged it is not suspended
     */
    @Transactional
    @Audited("process.resume")
    public void resume(String processKey, int version, VersionIntervention why) {
        change(processKey, version, false, why);
    }

    private void change(String processKey, int version, boolean suspended, VersionIntervention why) {
        String reason = validation.checked(why).reason();
        DefinitionTable.Row definition = definitions.of(processKey).stream()
                .filter(row -> row.version() == version)
                .findFirst()
                .orElseThrow(() -> new NotFound(processKey + " " + version));
        if (definition.suspended() == suspended) {
            throw new SuspensionUnchanged(suspended);
        }
        interventions.record(reason, () -> {
            if (suspended) {
                repository.suspendProcessDefinitionById(definition.id(), why.instances(), null);
            } else {
                repository.activateProcessDefinitionById(definition.id(), why.instances(), null);
            }
        });
        AuditTrail.fact("version", null, version);
        AuditTrail.fact("suspended", !suspended, suspended);
        AuditTrail.fact("instances", null, why.instances());
        AuditTrail.fact("reason", null, reason);
    }
}
