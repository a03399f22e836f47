package org.bulkhead.programs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** States how a program ends when it does not simply return from {@code main}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Exits {
    /** The way the program ends. */
    ExitKind value();

    /** The exit status the operating system sees, 0 to 255. */
    int status();
}
