/** Machine rooms, racks and servers over HTTP. */
@NullMarked
package io.opsflow.assets.rest;

import org.jspecify.annotations.NullMarked;
