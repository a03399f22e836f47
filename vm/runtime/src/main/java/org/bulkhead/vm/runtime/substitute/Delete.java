package org.bulkhead.vm.runtime.substitute;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The target's member is not available: a field is removed, a method or constructor throws {@link UnsatisfiedLinkError} with the reason.
 *
 * <p>On a substitution, all methods of the target throw, except those that the substitution replaces or aliases, and its static initialiser is removed.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Delete {
    /** Why there is no such thing in an image, and what to use in its place if there is something. */
    String reason();
}
