/**
 * What the product tells people: messages inside the product, each for one person, written in the same transaction as
 * their cause. Modules tell through {@link io.opsflow.accounts.Notices}; everybody reads one's own through
 * {@link io.opsflow.notifications.MyNotifications}. It is not the record of what happened, and forgets after a while.
 */
@ApplicationModule(
        displayName = "Notifications",
        allowedDependencies = {"kernel", "design", "workflow", "accounts"})
@NullMarked
package io.opsflow.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
