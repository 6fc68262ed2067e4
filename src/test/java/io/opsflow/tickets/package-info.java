@NullMarked
package io.opsflow.tickets;

import org.jspecify.annotations.NullMarked;
