package org.bulkhead.isolate.protocol;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The longest time that a call takes: later it ends with {@link org.bulkhead.isolate.call.DeadlineException}. Without it a call waits until the server answers, or dies. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Deadline {
    /** {@return a number above 0 with its unit: {@code "2s"}, {@code "500ms"}, {@code "20us"}} */
    String value();
}
