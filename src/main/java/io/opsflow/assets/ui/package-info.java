/** The screens of machine rooms, racks and servers. */
@NullMarked
package io.opsflow.assets.ui;

import org.jspecify.annotations.NullMarked;
