package io.opsflow.assets;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A field that an administrator has given to servers.
 *
 * @param id      its number
 * @param version counts its changes
 * @param facts   what it is
 */
public record CustomField(long id, int version, @JsonUnwrapped CustomFieldFacts facts) {}
