/** Attachments for programs. */
@NullMarked
package io.opsflow.attachments.rest;

import org.jspecify.annotations.NullMarked;
