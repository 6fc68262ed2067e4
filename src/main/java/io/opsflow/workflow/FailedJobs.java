package io.opsflow.workflow;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Validation;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What processes did not manage to do by themselves: for people to look at, and to let be tried again. */
@Service
@PreAuthorize("hasAuthority('processes.watch')")
public class FailedJobs {

    /** As many are retried in one go: more would keep the person waiting. */
    public static final int AT_ONCE = 100;

    private static final int GROUPS = 50;

    private final FailedJobTable table;
    private final ManagementService engine;
    private final HistoryService history;
    private final Interventions interventions;
    private final ProcessModels models;
    private final Subjects subjects;
    private final People people;
    private final Validation validation;
    private final Clock clock;

    FailedJobs(
            FailedJobTable table,
            ManagementService engine,
            HistoryService history,
            Interventions interventions,
            ProcessModels models,
            Subjects subjects,
            People people,
            Validation validation,
            Clock clock) {
        this.table = table;
        this.engine = engine;
        this.history = history;
        this.interventions = interventions;
        this.models = models;
        this.subjects = subjects;
        this.people = people;
        this.validation = validation;
        this.clock = clock;
    }

    /** One page of jobs that failed, also of those that are still tried by themselves; what failed last first. */
    @Transactional(readOnly = true)
    public PageOf<FailedJob> page(FailedJobQuery query, Paging paging, Locale locale) {
        PageOf<FailedJobTable.Row> rows = table.page(query, paging);
        Map<String, String> titles = subjects.visibleTitles(rows.items().stream()
                .map(FailedJobTable.Row::objectKey)
                .filter(Objects::nonNull)
                .toList());
        return rows.map(row -> job(row, titles, locale));
    }

    /** The fifty most frequent messages. */
    @Transactional(readOnly = true)
    public List<FailureGroup> groups(FailedJobQuery query) {
        return table.groups(query, GROUPS);
    }

    /**
     * What the program was doing when a job failed, for those who know the program.
     *
     * @throws NotFound no such job, or it has not failed
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAuthority('processes.operate')")
    public String stackTrace(String jobId) {
        if (engine.createJobQuery().jobId(jobId).withException().count() == 0) {
            throw new NotFound(jobId);
        }
        return Objects.requireNonNullElse(engine.getJobExceptionStacktrace(jobId), "");
    }

    /**
     * Lets a job be tried once more, as soon as possible.
     *
     * @throws NotFound     there never was such a job
     * @throws JobNotFailed somebody has retried it already, it is still tried by itself, or it is over
     */
    @Transactional
    @PreAuthorize("hasAuthority('processes.operate')")
    @Audited("job.retry")
    public void retry(String jobId, Intervention why) {
        String reason = validation.checked(why).reason();
        Integer retries = table.lock(List.of(jobId)).get(jobId);
        if (retries == null) {
            boolean was = history.createHistoricJobLogQuery().jobId(jobId).count() > 0;
            throw was ? JobNotFailed.over() : new NotFound(jobId);
        }
        if (retries > 0) {
            throw JobNotFailed.retriedBy(retriedBy(jobId));
        }
        AuditTrail.fact("reason", null, reason);
        retry(List.of(jobId), reason);
    }

    /**
     * Lets the jobs that failed with the same message be tried once more, as soon as possible: {@link #AT_ONCE} of them at
     * most, those that failed first. Tells how many.
     */
    @Transactional
    @PreAuthorize("hasAuthority('processes.operate')")
    @Audited("job.retry_all")
    public int retryAll(FailedJobQuery query, Intervention why) {
        String reason = validation.checked(why).reason();
        List<String> failed = table.toRetry(query, AT_ONCE);
        if (failed.isEmpty()) {
            throw JobNotFailed.over();
        }
        List<String> still = table.lock(failed).entrySet().stream()
                .filter(job -> job.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
        if (!still.isEmpty()) {
            AuditTrail.fact("jobs", null, still);
            AuditTrail.fact("reason", null, reason);
            retry(still, reason);
        }
        return still.size();
    }

    private void retry(List<String> jobIds, String reason) {
        interventions.record(reason, () -> engine.setJobRetries(1)
                .jobIds(jobIds)
                .dueDate(Date.from(clock.instant()))
                .execute());
    }

    private @Nullable String retriedBy(String jobId) {
        return history
                .createUserOperationLogQuery()
                .jobId(jobId)
                .operationType(UserOperationLogEntry.OPERATION_TYPE_SET_JOB_RETRIES)
                .orderByTimestamp()
                .desc()
                .listPage(0, 1)
                .stream()
                .map(UserOperationLogEntry::getUserId)
                .map(people::nameOf)
                .findFirst()
                .orElse(null);
    }

    private FailedJob job(FailedJobTable.Row row, Map<String, String> titles, Locale locale) {
        ProcessModel model = models.of(row.definitionId());
        return new FailedJob(
                row.id(),
                row.instanceId(),
                row.objectKey(),
                row.objectKey() == null ? null : titles.get(row.objectKey()),
                model.key(),
                model.name().in(locale),
                model.version(),
                row.activityId(),
                model.stepName(row.activityId(), locale),
                row.message(),
                row.failedAt(),
                row.retries(),
                row.dueAt(),
                row.suspended());
    }
}
