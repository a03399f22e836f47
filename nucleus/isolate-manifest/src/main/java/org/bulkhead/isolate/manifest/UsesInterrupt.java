package org.bulkhead.isolate.manifest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The isolate handles these interrupt lines, 0 to 15; each arrives as the notification bit of its number. Two isolates never share one. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface UsesInterrupt {
    /** {@return the lines} */
    int[] value();
}
