package io.opsflow.audit;

import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands in the table.
 *
 * @param mac  its signature
 * @param seal the link that names it; null before it was sealed
 */
@SuppressWarnings("ArrayRecordComponent") // records of it are never compared
record SignedEntry(AuditEntry entry, byte[] mac, @Nullable Long seal) {}
