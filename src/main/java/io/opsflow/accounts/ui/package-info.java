/** Signing in, asking for an account, the first administrator, and one's own page. */
@NullMarked
package io.opsflow.accounts.ui;

import org.jspecify.annotations.NullMarked;
