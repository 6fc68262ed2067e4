/** Notifications over HTTP. */
@NullMarked
package io.opsflow.notifications.rest;

import org.jspecify.annotations.NullMarked;
