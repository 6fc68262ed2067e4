/** The audit log on the screens. */
@NullMarked
package io.opsflow.audit.ui;

import org.jspecify.annotations.NullMarked;
