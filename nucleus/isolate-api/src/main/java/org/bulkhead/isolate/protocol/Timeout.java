package org.bulkhead.isolate.protocol;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The parameter, a {@code long} in nanoseconds, is the longest time that this call takes, as {@link Deadline} says it for all calls. It stays with the client; the server sees 0. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Timeout {}
