package io.opsflow.workflow.rest;

import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.workflow.ActivityCount;
import io.opsflow.workflow.FailedJob;
import io.opsflow.workflow.FailedJobQuery;
import io.opsflow.workflow.FailedJobs;
import io.opsflow.workflow.InstanceDetails;
import io.opsflow.workflow.InstanceQuery;
import io.opsflow.workflow.InstanceState;
import io.opsflow.workflow.InstanceSummary;
import io.opsflow.workflow.Intervention;
import io.opsflow.workflow.ProcessMonitor;
import io.opsflow.workflow.ProcessOperations;
import io.opsflow.workflow.VersionIntervention;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/processes")
@Tag(name = "Monitor", description = "What happens in the processes, and what failed.")
class MonitorController {

    private final ProcessMonitor monitor;
    private final ProcessOperations operations;
    private final FailedJobs jobs;

    MonitorController(ProcessMonitor monitor, ProcessOperations operations, FailedJobs jobs) {
        this.monitor = monitor;
        this.operations = operations;
        this.jobs = jobs;
    }

    @GetMapping("/{key}/activities")
    @Operation(summary = "Counts what stands and what failed at each place of a process")
    List<ActivityCount> activities(
            @PathVariable("key") String key,
            @Parameter(description = "All, unless told") @RequestParam(name = "version", required = false) @Nullable
                    Integer version,
            Locale locale) {
        return monitor.counts(key, version, locale);
    }

    @GetMapping("/{key}/instances")
    @Operation(summary = "Lists the instances of a process, running and past")
    PageOf<InstanceSummary> instances(
            @PathVariable("key") String key,
            @RequestParam(name = "version", required = false) @Nullable Integer version,
            @Parameter(
                            description = "running (failed and suspended ones too), failed, suspended, ended (cancelled"
                                    + " ones too) or cancelled")
                    @RequestParam(name = "state", required = false)
                    @Nullable
                    String state,
            @Parameter(description = "The id of the place of the diagram where they stand")
                    @RequestParam(name = "activity", required = false)
                    @Nullable
                    String activity,
            @Parameter(description = "What the key of their object begins with")
                    @RequestParam(name = "q", required = false)
                    @Nullable
                    String q,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size,
            @Parameter(description = "started_at, then `,asc` or `,desc`")
                    @RequestParam(name = "sort", required = false)
                    @Nullable
                    String sort,
            Locale locale) {
        InstanceQuery query =
                new InstanceQuery(key, version, state == null ? null : InstanceState.of(state), activity, q);
        return monitor.instances(query, new Paging(page, size, sort, null), locale);
    }

    @PostMapping("/{key}/versions/{version}/suspend")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Lets a version of a process not be started any more")
    void suspendVersion(
            @PathVariable("key") String key,
            @PathVariable("version") int version,
            @RequestBody VersionIntervention intervention) {
        operations.suspend(key, version, intervention);
    }

    @PostMapping("/{key}/versions/{version}/resume")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Lets a suspended version of a process be started again")
    void resumeVersion(
            @PathVariable("key") String key,
            @PathVariable("version") int version,
            @RequestBody VersionIntervention intervention) {
        operations.resume(key, version, intervention);
    }

    @GetMapping("/instances/{id}")
    @Operation(summary = "Shows an instance: where it stands, the path it took, its variables and failures")
    InstanceDetails instance(@PathVariable("id") String id, Locale locale) {
        return monitor.instance(id, locale);
    }

    @PostMapping("/instances/{id}/suspend")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Lets nothing happen in an instance until it is resumed")
    void suspend(@PathVariable("id") String id, @RequestBody Intervention intervention) {
        operations.suspend(id, intervention);
    }

    @PostMapping("/instances/{id}/resume")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Lets a suspended instance go on")
    void resume(@PathVariable("id") String id, @RequestBody Intervention intervention) {
        operations.resume(id, intervention);
    }

    @GetMapping("/jobs/failed")
    @Operation(summary = "Lists the jobs that failed, of all processes")
    PageOf<FailedJob> failed(
            @Parameter(description = "Only of the process with this key")
                    @RequestParam(name = "process", required = false)
                    @Nullable
                    String process,
            @Parameter(description = "Only with this message: the first line of what went wrong")
                    @RequestParam(name = "message", required = false)
                    @Nullable
                    String message,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size,
            Locale locale) {
        return jobs.page(new FailedJobQuery(process, message), new Paging(page, size, null, null), locale);
    }

    @PostMapping("/jobs/{id}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Lets a failed job be tried once more, as soon as possible")
    void retry(@PathVariable("id") String id, @RequestBody Intervention intervention) {
        jobs.retry(id, intervention);
    }
}
