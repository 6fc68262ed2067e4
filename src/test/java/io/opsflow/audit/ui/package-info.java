@NullMarked
package io.opsflow.audit.ui;

import org.jspecify.annotations.NullMarked;
