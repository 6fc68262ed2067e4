/** The test kit: one way to start the product in a test, to act as somebody, to count statements and to find labs. */
@NullMarked
package io.opsflow.testing;

import org.jspecify.annotations.NullMarked;
