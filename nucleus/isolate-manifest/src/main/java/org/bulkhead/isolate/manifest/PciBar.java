package org.bulkhead.isolate.manifest;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an isolate uses behind one base address register of a PCI function. A part of {@link UsesPci}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface PciBar {
    /** Name by which the isolate asks for it. */
    String name();

    /** Number of the register, 0 to 5. */
    int bar();

    /** What it is used as. */
    BarKind kind();

    /** Where it begins behind the base address; of {@link BarKind#MEMORY} a multiple of 4096. */
    int offset() default 0;

    /** Number of ports, or of bytes of device memory; of {@link BarKind#DMA} the bytes of the channel's buffer, a multiple of 4096 up to 64 KiB. */
    int bytes();
}
