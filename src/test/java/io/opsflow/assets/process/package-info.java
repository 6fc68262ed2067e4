@NullMarked
package io.opsflow.assets.process;

import org.jspecify.annotations.NullMarked;
