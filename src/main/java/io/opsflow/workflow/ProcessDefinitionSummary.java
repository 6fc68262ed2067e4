package io.opsflow.workflow;

import java.time.Instant;

/**
 * A process in its latest version.
 *
 * @param key           its id
 * @param name          its name in the language asked for
 * @param version       the latest version, from 1
 * @param documentation what it is for, and whose it is
 * @param running       how many objects follow it now, in any version
 * @param deployedAt    since when the latest version applies
 */
public record ProcessDefinitionSummary(
        String key, String name, int version, String documentation, long running, Instant deployedAt) {}
