/** The process of registrations, with nothing mocked. */
@NullMarked
package io.opsflow.accounts.process;

import org.jspecify.annotations.NullMarked;
