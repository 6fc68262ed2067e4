/** Where accounts and bpmn/accounts/approve-registration.bpmn meet: names on this side, steps on that one. */
@NullMarked
package io.opsflow.accounts.process;

import org.jspecify.annotations.NullMarked;
