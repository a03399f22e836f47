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

    /** {@return the group that it belongs to: a name like an isolate's, empty for none} */
    String group() default "";

    /** {@return whom of its group its death concerns} */
    RestartStrategy strategy() default RestartStrategy.ONE;

    /** {@return what becomes of its service when restarts are used up} */
    Exhausted exhausted() default Exhausted.TOMBSTONE;

    /** {@return the program that decides after each death what is done, empty for none} */
    String recovery() default "";
}
