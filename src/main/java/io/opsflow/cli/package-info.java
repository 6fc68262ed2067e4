/**
 * The way in for whoever runs the program at a prompt or from a script: commands in the same jar, which talk to the same
 * front doors as screens and API, without web server and job executor. Nobody imports it but the program's beginning.
 */
@ApplicationModule(
        displayName = "Command line",
        allowedDependencies = {"kernel", "platform", "audit", "workflow", "accounts", "assets", "tickets"})
@NullMarked
package io.opsflow.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
