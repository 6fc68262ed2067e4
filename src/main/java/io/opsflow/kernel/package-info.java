/**
 * What all modules share: the four kinds of errors, pages, the acting person, permission names, texts and the clock.
 * It knows nothing of any module, of the engine or of the screens.
 */
@ApplicationModule(
        displayName = "Kernel",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package io.opsflow.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
