@NullMarked
package io.opsflow.assets.rest;

import org.jspecify.annotations.NullMarked;
