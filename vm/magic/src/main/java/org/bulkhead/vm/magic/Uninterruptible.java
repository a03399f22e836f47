package org.bulkhead.vm.magic;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method, and all that it calls, never allocates, collects, initialises a class or checks for stack overflow.
 *
 * <p>The builder checks the rule over the whole image and prints the call path that breaks it. Applied to a class it holds for all its methods.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.CONSTRUCTOR})
public @interface Uninterruptible {
    /** What would go wrong if the method were interrupted; printed by the builder when the rule is broken. */
    String reason();
}
