/** What people see and do in the inbox. */
@NullMarked
package io.opsflow.workflow.ui;

import org.jspecify.annotations.NullMarked;
