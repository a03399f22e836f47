package org.bulkhead.vm.runtime.reflect;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.runtime.exceptions.CodeTable;

/** Finds out who has called. */
public final class Callers {
    private static final String OWN = "org.bulkhead.vm.runtime.reflect.";
    private static final String METHOD = "java.lang.reflect.Method";
    private static final String CONSTRUCTOR = "java.lang.reflect.Constructor";

    private Callers() {}

    /**
     * Returns the class of the method that has called the caller of a method, leaving out the frames of reflection itself; null if there is none.
     *
     * @param innermost the frame of the method that asks on behalf of its caller
     */
    public static Class<?> callerOfCaller(Address innermost) {
        Address frame = innermost.loadAddress(0);
        while (!frame.isZero() && !frame.loadAddress(Long.BYTES).isZero()) {
            Class<?> owner = CodeTable.owner(frame.loadAddress(Long.BYTES).minus(1));
            if (owner != null && !isReflection(owner.getName())) {
                return owner;
            }
            frame = frame.loadAddress(0);
        }
        return null;
    }

    /** Returns whether a class of that name calls methods for others. */
    public static boolean isReflection(String name) {
        return name.equals(METHOD) || name.equals(CONSTRUCTOR) || name.startsWith(OWN);
    }

}
