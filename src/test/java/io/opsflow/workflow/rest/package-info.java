@NullMarked
package io.opsflow.workflow.rest;

import org.jspecify.annotations.NullMarked;
