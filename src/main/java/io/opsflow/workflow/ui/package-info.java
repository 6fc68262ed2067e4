/** The inbox, where people find and do their tasks, and the pages that show processes and their diagrams. */
@NullMarked
package io.opsflow.workflow.ui;

import org.jspecify.annotations.NullMarked;
