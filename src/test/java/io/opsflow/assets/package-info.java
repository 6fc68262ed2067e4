@NullMarked
package io.opsflow.assets;

import org.jspecify.annotations.NullMarked;
