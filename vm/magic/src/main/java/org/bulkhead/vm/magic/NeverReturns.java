package org.bulkhead.vm.magic;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Control never comes back from a call of this method, so the caller needs no stack map or code behind it. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface NeverReturns {}
