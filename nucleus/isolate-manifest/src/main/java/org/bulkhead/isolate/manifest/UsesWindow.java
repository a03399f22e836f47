package org.bulkhead.isolate.manifest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The isolate reads and writes these pieces of device memory, which are mapped into its address space, not cached; two isolates never share one. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface UsesWindow {
    /** {@return the windows} */
    Window[] value();
}
