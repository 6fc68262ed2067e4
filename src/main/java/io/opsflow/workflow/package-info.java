/**
 * The process engine and the inbox. Modules start processes, complete their tasks and send messages through
 * {@link io.opsflow.workflow.Processes}; people find and do their work through {@link io.opsflow.workflow.Inbox}.
 * What a process is about is told by the modules through {@link io.opsflow.workflow.ProcessSubject}; who the people
 * are, by {@link io.opsflow.workflow.People}. A process is not the thing it is about: the module owns that.
 */
@ApplicationModule(
        displayName = "Workflow",
        allowedDependencies = {"kernel", "platform", "design", "audit"})
@NullMarked
package io.opsflow.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
