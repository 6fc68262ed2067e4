/** What people of each role see and do on the ticket screens. */
@NullMarked
package io.opsflow.tickets.ui;

import org.jspecify.annotations.NullMarked;
