/** Whole ways of people through the packaged product, in a real browser. */
@NullMarked
package io.opsflow.journey;

import org.jspecify.annotations.NullMarked;
