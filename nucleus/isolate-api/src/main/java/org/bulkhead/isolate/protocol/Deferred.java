package org.bulkhead.isolate.protocol;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The server answers when it can, and serves others meanwhile. Servers of a protocol {@code X} with such a method implement {@code XServer}, where the method has no result but one more parameter: the
 * {@link Reply} through which to answer.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Deferred {}
