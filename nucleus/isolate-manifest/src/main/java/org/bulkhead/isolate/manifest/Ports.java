package org.bulkhead.isolate.manifest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A range of I/O ports, of which an isolate has exclusive use. A part of {@link UsesPorts}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Ports {
    /** Name by which the isolate asks its grants for the range. */
    String name();

    /** First port, 0 to 0xFFFF. */
    int first();

    /** Number of ports. */
    int count();
}
