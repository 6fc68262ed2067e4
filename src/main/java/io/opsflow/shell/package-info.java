/**
 * The frame around every page: top bar, menu, jump box, keyboard, home and start page, languages, and what is shown when
 * something goes wrong. It knows no module; modules meet it through their routes and menu entries and the ports of
 * {@code design}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Shell",
        allowedDependencies = {"kernel", "design", "platform"})
package io.opsflow.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
