/**
 * The people who may touch anything: users with their roles and groups, what each may do, how they sign in, and how they
 * like to see the product. It tells the engine and the shell who somebody is. It is not the record of what people did.
 */
@ApplicationModule(
        displayName = "Accounts",
        allowedDependencies = {"kernel", "platform", "design", "audit", "workflow"})
@NullMarked
package io.opsflow.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
