/** The inbox and the processes over HTTP. */
@NullMarked
package io.opsflow.workflow.rest;

import org.jspecify.annotations.NullMarked;
