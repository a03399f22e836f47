package org.bulkhead.isolate.manifest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The class is no component of its own, but another version of one: of the same rank, serving the same protocol. It runs when somebody updates the component to it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface VersionOf {
    /** {@return the name of the component} */
    String value();
}
