/** The engine's rules, the inbox, forms and models. */
@NullMarked
package io.opsflow.workflow;

import org.jspecify.annotations.NullMarked;
