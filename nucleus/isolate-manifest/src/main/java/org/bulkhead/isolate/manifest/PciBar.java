package org.bulkhead.isolate.manifest;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an isolate uses behind one base address register of a PCI function. A part of {@link UsesPci}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface PciBar {
    /** {@return the name by which the isolate asks for it} */
    String name();

    /** {@return the number of the register, 0 to 5} */
    int bar();

    /** {@return what it is used as} */
    BarKind kind();

    /** {@return where it begins behind the base address; of {@link BarKind#MEMORY} a multiple of 4096} */
    int offset() default 0;

    /** {@return the number of ports, or of bytes of device memory; of {@link BarKind#DMA} the bytes of the channel's buffer, a multiple of 4096 up to 64 KiB} */
    int bytes();
}
