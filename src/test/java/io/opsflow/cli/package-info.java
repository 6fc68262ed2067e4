@NullMarked
package io.opsflow.cli;

import org.jspecify.annotations.NullMarked;
