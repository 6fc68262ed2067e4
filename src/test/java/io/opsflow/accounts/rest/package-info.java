@NullMarked
package io.opsflow.accounts.rest;

import org.jspecify.annotations.NullMarked;
