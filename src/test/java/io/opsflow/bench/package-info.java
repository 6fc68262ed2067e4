/**
 * Measures, and judges nothing: how many tickets live through their lives in a second and what that costs, beside the bare
 * engine of the same run; how fast the product starts; what a person at a screen takes of its memory. See
 * docs/measurements.
 */
@NullMarked
package io.opsflow.bench;

import org.jspecify.annotations.NullMarked;
