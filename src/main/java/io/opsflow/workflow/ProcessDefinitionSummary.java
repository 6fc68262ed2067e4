package io.opsflow.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A process in its latest version. What happens in it is told to those who may watch processes.
 *
 * @param key           its id
 * @param name          its name in the language asked for
 * @param version       the latest version, from 1
 * @param documentation what it is for, and whose it is
 * @param deployedAt    since when the latest version applies
 * @param suspended     whether an administrator has suspended the latest version: the process is not started any more
 * @param source        where the latest version comes from; null for who may not watch
 * @param running       how many instances follow it now, in any version; null for who may not watch
 * @param failed        in how many of them something failed; null for who may not watch
 */
public record ProcessDefinitionSummary(
        String key,
        String name,
        int version,
        String documentation,
        Instant deployedAt,
        boolean suspended,
        @Nullable ModelSource source,
        @Nullable Long running,
        @Nullable Long failed) {}
