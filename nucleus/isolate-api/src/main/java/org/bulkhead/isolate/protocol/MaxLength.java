package org.bulkhead.isolate.protocol;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The most elements of an array, or bytes of UTF-8 of a text, that a parameter, a record component, or the result of a method has. Without it, as much as the payload still holds. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface MaxLength {
    /** {@return the limit, 1 to 95} */
    int value();
}
