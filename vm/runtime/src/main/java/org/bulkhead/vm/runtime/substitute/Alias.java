package org.bulkhead.vm.runtime.substitute;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The field, method or constructor names a member of the target; the member itself stays as it is.
 *
 * <p>The body of an aliasing method or constructor is dropped ({@code native} is the shortest way to have none). An aliasing field that is not final makes the target's field not final.
 * If an aliasing static field has an initial value, the assignment is part of the static initialiser of the substitution and takes effect.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Alias {
    /** The name of the target's member, if it differs from the name here. {@code <init>} on a method is not possible: alias the constructor by a constructor. */
    String value() default "";
}
