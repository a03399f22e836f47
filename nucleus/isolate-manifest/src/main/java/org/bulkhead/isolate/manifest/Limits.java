package org.bulkhead.isolate.manifest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the isolate may use. Sizes are bytes with an optional K or M, shares end in %, times in ms or s. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Limits {
    /** {@return heap, including 128K of raw memory} */
    String heap() default "1M";

    /** {@return the share of the processor in each tenth of a second; what is used up waits for the next} */
    String cpu() default "100%";

    /** {@return the slots of its service's queue, 2 to 256} */
    int queue() default 16;

    /** {@return the longest time that it may take over one request before it is taken for hung; 0s for no limit} */
    String request() default "0s";

    /** {@return the longest time that it may run without receiving before it is taken for hung; 0s for no limit} */
    String run() default "0s";

    /** {@return the longest time that a request may be queued while the isolate is ready before that is taken for hung; 0s for no limit} */
    String queued() default "0s";

    /** {@return the longest time between two messages by which it says that it is alive; twice as long and it is taken for hung; 0s if it need not} */
    String heartbeat() default "0s";

    /** {@return the private state that the datastore keeps for it} */
    String state() default "16K";
}
