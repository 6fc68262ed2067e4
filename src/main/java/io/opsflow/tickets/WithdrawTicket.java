package io.opsflow.tickets;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The requester takes a ticket back before its review.
 *
 * @param comment why
 */
public record WithdrawTicket(@Nullable @Size(max = Ticket.COMMENT) String comment) {}
