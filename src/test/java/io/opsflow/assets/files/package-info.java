@NullMarked
package io.opsflow.assets.files;

import org.jspecify.annotations.NullMarked;
