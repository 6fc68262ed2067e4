package io.opsflow.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a front door's method that changes something: each call leaves an entry, done or not. The object is of the kind
 * that the action begins with; its key is the first argument where that is a text, a number or a typed key, and otherwise
 * what {@link AuditTrail} is told.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Audited {

    /** The action, kind of object first: {@code ticket.review}. Its text is the message {@code audit.action.<value>}. */
    String value();
}
