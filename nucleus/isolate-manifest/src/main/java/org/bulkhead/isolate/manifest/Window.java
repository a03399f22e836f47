package org.bulkhead.isolate.manifest;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A piece of device memory at a fixed physical address, of which an isolate has exclusive use. A part of {@link UsesWindow}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Window {
    /** {@return the name by which the isolate asks its grants for the window} */
    String name();

    /** {@return the physical address, a multiple of 4096 below 4 GiB} The nucleus refuses what the machine's memory lies in. */
    long first();

    /** {@return length, a multiple of 4096 up to 2 MiB} */
    int bytes();
}
