package io.opsflow.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a process. What happens in it is told to those who may watch processes.
 *
 * @param version    from 1
 * @param deployedAt since when it exists
 * @param suspended  whether an administrator has suspended it: it is not started any more
 * @param source     where it comes from; null for who may not watch
 * @param running    how many instances follow it now; null for who may not watch
 * @param failed     in how many of them something failed; null for who may not watch
 */
public record ProcessVersion(
        int version,
        Instant deployedAt,
        boolean suspended,
        @Nullable ModelSource source,
        @Nullable Long running,
        @Nullable Long failed) {}
