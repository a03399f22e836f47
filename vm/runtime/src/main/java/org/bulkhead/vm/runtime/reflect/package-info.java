/**
 * Reflection in programs with open classes: members from the tables that the linker wrote, calls of methods that are known at run time only, the application's class loader and its resources.
 *
 * <p>The class library's own {@code java.lang.Class} and {@code java.lang.reflect} do the rest; the substitutions of the package {@code substitute.reflect} lead from there to here.
 */
package org.bulkhead.vm.runtime.reflect;
