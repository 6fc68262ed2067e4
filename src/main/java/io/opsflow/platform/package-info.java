/**
 * What stands under the program: its settings, the checks before it starts, the sentences it says when it cannot, and
 * the line that tells where it is reached. No module's business; every module may read {@link OpsFlowSettings}.
 */
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {})
@NullMarked
package io.opsflow.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
