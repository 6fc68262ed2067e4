@NullMarked
package io.opsflow.accounts;

import org.jspecify.annotations.NullMarked;
