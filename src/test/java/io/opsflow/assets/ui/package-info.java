@NullMarked
package io.opsflow.assets.ui;

import org.jspecify.annotations.NullMarked;
