package org.bulkhead.vm.runtime.substitute;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The substitution, or this member of it, counts only where classes are closed: in images and drivers. A program with open classes, whose members reflection finds, has the JDK's own member, or one
 * of the package {@code open}, in its place.
 *
 * <p>Never on an added field: objects have the same layout in both worlds.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface ClosedWorldOnly {}
