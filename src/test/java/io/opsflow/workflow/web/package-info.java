@NullMarked
package io.opsflow.workflow.web;

import org.jspecify.annotations.NullMarked;
