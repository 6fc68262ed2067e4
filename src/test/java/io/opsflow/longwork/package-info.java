@NullMarked
package io.opsflow.longwork;

import org.jspecify.annotations.NullMarked;
