/** Tables in files: CSV in whatever encoding, and Excel workbooks. The only package that knows the library for those. */
@NullMarked
package io.opsflow.assets.files;

import org.jspecify.annotations.NullMarked;
