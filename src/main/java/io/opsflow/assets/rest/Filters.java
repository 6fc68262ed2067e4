package io.opsflow.assets.rest;

import io.opsflow.assets.AssetKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The call takes every filter of a kind of asset. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Filters {

    AssetKind value();
}
