package org.bulkhead.vm.runtime.substitute;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The body stands in for that of the target's method or constructor of the same name and descriptor, which must exist; access and {@code static} are those of the target.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Replace {
    /** Why the JDK's own code will not do. */
    String reason();

    /** The name of the target's method, if it differs from the name here, as it must for the final methods of Object. */
    String name() default "";
}
