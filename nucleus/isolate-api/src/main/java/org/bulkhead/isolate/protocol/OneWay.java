package org.bulkhead.isolate.protocol;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The message is sent and nobody waits: the method returns when it is queued. It has no result, no exceptions and no lent memory, and may go to any rank ({@code @SendsTo}). */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OneWay {}
