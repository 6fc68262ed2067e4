/** OpsFlow: operations where every change to production is a process with approval, evidence and a way back. */
@NullMarked
package io.opsflow;

import org.jspecify.annotations.NullMarked;
