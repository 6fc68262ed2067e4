/** Racks and labels on paper, and labels read from photographs. The only package that knows the libraries for those. */
@NullMarked
package io.opsflow.assets.paper;

import org.jspecify.annotations.NullMarked;
