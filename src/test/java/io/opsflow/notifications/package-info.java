@NullMarked
package io.opsflow.notifications;

import org.jspecify.annotations.NullMarked;
