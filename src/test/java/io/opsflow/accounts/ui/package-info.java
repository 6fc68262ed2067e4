@NullMarked
package io.opsflow.accounts.ui;

import org.jspecify.annotations.NullMarked;
