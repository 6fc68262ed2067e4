package io.opsflow.tickets;

import org.jspecify.annotations.Nullable;

/**
 * What changes whenever anything about a ticket does: cheap to ask for every few seconds.
 *
 * @param version     goes up whenever it moves or is corrected
 * @param lastComment the newest comment's number; null while nothing was said
 */
public record TicketPulse(int version, @Nullable Long lastComment) {}
