/** What all modules share. */
@NullMarked
package io.opsflow.kernel;

import org.jspecify.annotations.NullMarked;
