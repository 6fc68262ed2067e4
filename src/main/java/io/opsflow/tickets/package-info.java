/**
 * Tickets (工单): requests for help, that somebody files, reviews, assigns, handles and confirms. A ticket is a
 * {@code problem} or a {@code demand} of one requester; it is not an incident, which operations raise for themselves.
 * Everything enters through {@link io.opsflow.tickets.Tickets}; where a ticket's process stands is its status.
 */
@ApplicationModule(
        displayName = "Tickets",
        allowedDependencies = {"kernel", "platform", "design", "audit", "workflow", "accounts"})
@NullMarked
package io.opsflow.tickets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
