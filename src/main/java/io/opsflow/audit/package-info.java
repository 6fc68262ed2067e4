/**
 * Who did what to which object, when, from where, with which result, and what has become different by it. Every change by
 * any way in leaves an entry, also a change that was refused; entries are chained, so that one that was removed or altered
 * behind the program's back is found.
 *
 * <p>A front door's changing method is marked {@code @Audited("ticket.review")}. That alone records who, on whose behalf,
 * from where, and the result: within the change's transaction when it was done, after its rollback when it was not. The
 * method tells {@link io.opsflow.audit.AuditTrail} which object it was and what it looked like before and after. A method
 * that is called by an audited one in the same person's name and about the same object is part of that one's entry.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"kernel", "platform", "design"})
@NullMarked
package io.opsflow.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
