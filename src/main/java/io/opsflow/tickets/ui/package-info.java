/** The ticket screens: lists, one ticket, a new ticket; and what the shell and the inbox show of tickets. */
@NullMarked
package io.opsflow.tickets.ui;

import org.jspecify.annotations.NullMarked;
