@NullMarked
package io.opsflow.api;

import org.jspecify.annotations.NullMarked;
