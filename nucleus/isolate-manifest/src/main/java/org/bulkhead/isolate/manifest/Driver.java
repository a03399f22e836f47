package org.bulkhead.isolate.manifest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The class is an isolate that drives a device. It implements {@code org.bulkhead.isolate.Isolate} and has a public constructor that takes {@code org.bulkhead.isolate.Grants}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Driver {
    /** {@return the name of the isolate, and of the service that it serves: 1 to 15 characters a-z, 0-9 and -} */
    String name();

    /** {@return where it stands: calls go only to strictly lower ranks} */
    Rank rank() default Rank.DEVICE;

    /** {@return the protocol that it serves under its name; {@code void} if it serves none} */
    Class<?> serves() default void.class;

    /** {@return when it is started} */
    StartMode start() default StartMode.BOOT;
}
