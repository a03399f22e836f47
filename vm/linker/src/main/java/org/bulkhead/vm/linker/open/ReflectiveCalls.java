package org.bulkhead.vm.linker.open;

import java.util.Set;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;

/** Tells which calls can show a program what only the records of members know of a class. */
final class ReflectiveCalls {
    private static final String CLASS = "java/lang/Class";
    private static final String PACKAGE = "java/lang/reflect/";
    private static final String RUNTIME = "org/bulkhead/vm/runtime/reflect/";
    private static final String PROXY = "java/lang/reflect/Proxy";
    private static final String ARRAY = "java/lang/reflect/Array";

    /** What the methods of Class with these names answer is in the hub or the class object, or follows from the name. */
    private static final Set<String> WITHOUT_RECORD = Set.of(
        "cast", "desiredAssertionStatus", "getComponentType", "getEnumConstants", "getEnumConstantsShared", "getModifiers", "getName", "getPackageName", "getPrimitiveClass", "getSimpleName",
        "getSuperclass", "getTypeName", "isArray", "isAssignableFrom", "isEnum", "isInstance", "isInterface", "isPrimitive", "isRecord", "toString");

    private ReflectiveCalls() {}

    /**
     * Returns whether a call may read the record of a class: of any method of Class that is not known to do without, and of all in java.lang.reflect but arrays. What these classes
     * call, those of the runtime that make their objects, and proxy classes, which every open interface has, does not count: somebody must have called them.
     */
    static boolean asks(VmMethod caller, VmMethod callee) {
        return reads(callee) && !isReflection(caller.owner());
    }

    private static boolean reads(VmMethod callee) {
        String owner = callee.owner().name();
        return owner.equals(CLASS) ? !WITHOUT_RECORD.contains(callee.name()) : owner.startsWith(PACKAGE) && !owner.equals(ARRAY);
    }

    private static boolean isReflection(VmType type) {
        String name = type.name();
        return name.equals(CLASS) || name.startsWith(PACKAGE) || name.startsWith(RUNTIME) || type.superclass() != null && type.superclass().name().equals(PROXY);
    }
}
