package org.bulkhead.programs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a program that makes tens of thousands of objects, fills the heap, or allocates on a very deep stack, so that a
 * collection at every allocation would take minutes. Whoever runs it under such stress collects at longer intervals.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AllocatesMuch {
}
