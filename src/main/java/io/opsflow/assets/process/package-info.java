/** The processes of assets, as far as Java must know them. */
@NullMarked
package io.opsflow.assets.process;

import org.jspecify.annotations.NullMarked;
