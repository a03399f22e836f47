package org.bulkhead.vm.magic;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method does not check for stack overflow: it runs in the reserve that every other method leaves below itself.
 *
 * <p>Meant for the VM's own code that must still run when the stack has overflowed: allocation, collection, unwinding. It must not recurse. Applied to a class it holds for all its methods.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.CONSTRUCTOR})
public @interface NoStackProbe {}
