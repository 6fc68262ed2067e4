package io.opsflow.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.opsflow.design.Chip;
import io.opsflow.design.Notice;
import io.opsflow.design.Tone;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import io.opsflow.kernel.Texts;
import io.opsflow.workflow.FailedJob;
import io.opsflow.workflow.FailedJobQuery;
import io.opsflow.workflow.FailedJobs;
import io.opsflow.workflow.FailureGroup;
import io.opsflow.workflow.InstanceIncident;
import io.opsflow.workflow.Intervention;

/** What somebody can do about failed jobs, one by one or all of a kind. */
@SpringComponent
final class FailedJobActions {

    private final FailedJobs jobs;
    private final Texts texts;

    FailedJobActions(FailedJobs jobs, Texts texts) {
        this.jobs = jobs;
        this.texts = texts;
    }

    /** How it stands with a job: given up, about to be tried, or waiting. */
    static Component state(FailedJob job) {
        if (job.suspended()) {
            return Chip.of(t("workflow.instance.state.suspended"), Tone.WAIT);
        }
        return job.retries() == 0
                ? Chip.of(t("monitor.job.given.up"), Tone.BAD)
                : Chip.of(t("monitor.job.retries", job.retries()), Tone.WORK);
    }

    Component of(FailedJob job, Runnable changed) {
        String what = job.objectKey() == null ? job.activityName() : job.objectKey() + " · " + job.activityName();
        return of(job.id(), what, job.message(), job.retries() == 0, changed);
    }

    /** What can be done about the job behind something that failed in an instance and is not tried by itself. */
    Component of(String jobId, InstanceIncident incident, Runnable changed) {
        return of(jobId, incident.activityName(), incident.message(), true, changed);
    }

    private Component of(String jobId, String what, String message, boolean givenUp, Runnable changed) {
        Span line = new Span();
        line.addClassNames("ops-row", "process-job-actions");
        if (Actor.may(Permissions.PROCESSES_OPERATE)) {
            Button trace =
                    new Button(t("monitor.trace"), click -> new StackTraceDialog(what, jobs.stackTrace(jobId)).open());
            trace.addThemeNames("tertiary", "small");
            line.add(trace);
            if (givenUp) {
                Button retry = new Button(t("monitor.retry"), click -> retry(jobId, what, message, changed));
                retry.addThemeNames("small");
                line.add(retry);
            }
        }
        return line;
    }

    private void retry(String jobId, String what, String message, Runnable changed) {
        new ReasonDialog(
                        texts,
                        t("monitor.retry.title", what),
                        t("monitor.retry.effect", message),
                        t("monitor.retry.yes"),
                        reason -> {
                            jobs.retry(jobId, new Intervention(reason));
                            Notice.done(t("monitor.retry.done", what));
                        },
                        changed)
                .open();
    }

    /** A button for all jobs of a kind that are not tried by themselves; nothing where there is none. */
    Component all(FailureGroup group, FailedJobQuery query, Runnable changed) {
        if (group.failed() == 0 || !Actor.may(Permissions.PROCESSES_OPERATE)) {
            return new Span();
        }
        long many = Math.min(group.failed(), FailedJobs.AT_ONCE);
        String label =
                many < group.failed() ? t("monitor.retry.some", many, group.failed()) : t("monitor.retry.all", many);
        Button retry = new Button(label, click -> new ReasonDialog(
                        texts,
                        label,
                        t("monitor.retry.effect", group.message()),
                        label,
                        reason -> Notice.done(
                                t("monitor.retry.all.done", jobs.retryAll(query, new Intervention(reason)))),
                        changed)
                .open());
        retry.addThemeNames("small");
        return retry;
    }

    private static String t(String key, Object... args) {
        return I18NProvider.translate(key, args);
    }
}
