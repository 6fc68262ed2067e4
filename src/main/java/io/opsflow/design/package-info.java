/**
 * The few building blocks of our screens: lists, chips, keys, times, forms and diagrams, and the small ports through which
 * modules add something to the shell without knowing it (menu counters, home tiles, object search). No services, no data.
 */
@NullMarked
@ApplicationModule(displayName = "Design", allowedDependencies = "kernel")
package io.opsflow.design;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
