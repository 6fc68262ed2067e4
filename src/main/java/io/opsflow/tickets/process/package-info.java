/** Where tickets and bpmn/tickets/ticket-handling.bpmn meet: names on this side, steps on that one. */
@NullMarked
package io.opsflow.tickets.process;

import org.jspecify.annotations.NullMarked;
