/**
 * Work that takes longer than anybody wants to look at a page: it goes on behind the person's back, in that person's name,
 * and its row tells how it fares, whoever asks and from wherever. A module's front door begins it with
 * {@link io.opsflow.longwork.LongWorks} and decides who may.
 */
@ApplicationModule(
        displayName = "Long work",
        allowedDependencies = {"kernel"})
@NullMarked
package io.opsflow.longwork;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
