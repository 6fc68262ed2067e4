/** Notifications on the screens. */
@NullMarked
package io.opsflow.notifications.ui;

import org.jspecify.annotations.NullMarked;
