/**
 * What all of the API has in common: problems as RFC 9457 says, the trace id of every answer, strict reading of requests,
 * what repeated
 * calls get, the paths of older clients, and the description of it all. It knows no module: modules bring their own controllers.
 */
@ApplicationModule(
        displayName = "API",
        allowedDependencies = {"kernel", "platform"})
@NullMarked
package io.opsflow.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
