package org.bulkhead.isolate.manifest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The isolate drives a PCI function, and gets what the machine's firmware assigned to it: ports, device memory, interrupt. It is started when the function has been found; two
 * isolates never share one.
 *
 * <p>A function is described by vendor and device, or by class; what is left out fits every function, and the first that fits is taken, in the order of the bus.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface UsesPci {
    /** A number that is not asked for. */
    int ANY = -1;

    /** {@return the name by which the isolate asks its grants for the function} */
    String name();

    /** {@return the number of the vendor, 0 to 0xFFFE} */
    int vendor() default ANY;

    /** {@return the vendor's number of the device, 0 to 0xFFFF} */
    int device() default ANY;

    /** {@return the class in the high byte, subclass in the low one: 0x0101 is an IDE controller} */
    int classCode() default ANY;

    /** {@return what it uses behind the function's base address registers} */
    PciBar[] bars();

    /** {@return whether it handles the function's interrupt line} */
    boolean interrupt() default true;

    /** {@return whether it does without: then it is started even if there is no such function, or no PCI bus at all} */
    boolean optional() default false;
}
