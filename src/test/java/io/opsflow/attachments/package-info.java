@NullMarked
package io.opsflow.attachments;

import org.jspecify.annotations.NullMarked;
