/**
 * The engine's own ways in: its REST, to which process owners deploy from Camunda Modeler, and its web applications, in
 * which they watch. Who comes in here reads, deploys, repairs jobs and suspends; work is done in OpsFlow's own screens.
 */
@NullMarked
package io.opsflow.workflow.web;

import org.jspecify.annotations.NullMarked;
