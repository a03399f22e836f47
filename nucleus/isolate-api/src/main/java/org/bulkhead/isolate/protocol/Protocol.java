package org.bulkhead.isolate.protocol;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface {@code X} as a protocol: the annotation processor makes {@code XClient}, whose methods are calls, and {@code XDispatcher}, which turns requests into calls of an
 * implementation. What its methods may look like is in {@code docs/protocols.md}; one that cannot be encoded is a compile error at that method.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Protocol {
    /** {@return version, 1 to 255; raised with each change that is more than new methods at the end} Client and server must have the same. */
    int version() default 1;
}
