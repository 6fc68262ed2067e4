/** The audit log over HTTP. */
@NullMarked
package io.opsflow.audit.rest;

import org.jspecify.annotations.NullMarked;
