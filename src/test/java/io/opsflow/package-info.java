/** The structure of the whole product: modules, style, texts and migrations. */
@NullMarked
package io.opsflow;

import org.jspecify.annotations.NullMarked;
