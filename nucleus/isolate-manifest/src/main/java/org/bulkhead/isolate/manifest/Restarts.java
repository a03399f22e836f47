package org.bulkhead.isolate.manifest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the supervisor does when the isolate has died. Without it the isolate is permanent, with the limits that stand here. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Restarts {
    /** {@return after which deaths it is started again} */
    RestartPolicy value() default RestartPolicy.PERMANENT;

    /** {@return the restarts within 5 seconds that are done at once; the next ones are delayed by a growing time} */
    int burst() default 3;

    /** {@return the restarts within 10 minutes after which it is given up} */
    int sustained() default 10;
}
