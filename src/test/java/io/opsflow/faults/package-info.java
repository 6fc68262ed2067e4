/** What must hold when machines, networks and databases do not. */
@NullMarked
package io.opsflow.faults;

import org.jspecify.annotations.NullMarked;
