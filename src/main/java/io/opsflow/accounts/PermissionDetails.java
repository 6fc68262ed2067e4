package io.opsflow.accounts;

/**
 * Something that roles can allow.
 *
 * @param name        what programs call it: {@code tickets.review}
 * @param module      the part of the product that it belongs to: {@code tickets}
 * @param description what it allows, in a sentence of the reader's language
 */
public record PermissionDetails(String name, String module, String description) {}
