@NullMarked
package io.opsflow.tickets.process;

import org.jspecify.annotations.NullMarked;
