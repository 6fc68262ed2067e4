/** Tickets over HTTP. */
@NullMarked
package io.opsflow.tickets.rest;

import org.jspecify.annotations.NullMarked;
