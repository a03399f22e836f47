package org.bulkhead.vm.magic;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Values of this class are bare 64-bit machine words in an image and are never scanned by the collector. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Unboxed {}
