package org.bulkhead.isolate.manifest;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A range of I/O ports, of which an isolate has exclusive use. A part of {@link UsesPorts}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Ports {
    /** {@return the name by which the isolate asks its grants for the range} */
    String name();

    /** {@return the first port, 0 to 0xFFFF} */
    int first();

    /** {@return the number of ports} */
    int count();
}
