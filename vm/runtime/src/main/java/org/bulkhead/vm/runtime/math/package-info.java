/**
 * The elementary functions of {@code StrictMath} that the JDK leaves to machine code, after fdlibm, whose results Java prescribes bit for bit.
 */
package org.bulkhead.vm.runtime.math;
