@NullMarked
package io.opsflow.platform;

import org.jspecify.annotations.NullMarked;
