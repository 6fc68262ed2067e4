@NullMarked
package io.opsflow.audit;

import org.jspecify.annotations.NullMarked;
