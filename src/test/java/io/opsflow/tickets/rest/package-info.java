@NullMarked
package io.opsflow.tickets.rest;

import org.jspecify.annotations.NullMarked;
