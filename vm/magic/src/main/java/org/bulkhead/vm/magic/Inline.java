package org.bulkhead.vm.magic;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The compiler puts the method's body, if it is small, in the place of its calls in isolates. Stack traces then do not show the method.
 *
 * <p>Meant for methods that are called all the time and that nobody looks for in a stack trace. One of an object must touch a field of it before anything else: that is where a null receiver is noticed.
 * A body with {@code throw}, {@code try}, {@code switch} or {@code super} stays where it is, and so does one of a class whose initialisation must be checked at run time.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Inline {}
