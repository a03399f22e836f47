package org.bulkhead.vm.compiler.transform.samples;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;

/** Uses of handles that cannot be compiled. */
public final class LooseHandles {
    private int value;

    private LooseHandles() {}

    /** Makes a handle at run time. */
    public static int local() throws ReflectiveOperationException {
        VarHandle handle = MethodHandles.lookup().findVarHandle(LooseHandles.class, "value", int.class);
        return (int) handle.get(new LooseHandles());
    }

    /** Gets its handle from a caller. */
    public static int parameter() {
        return access(null);
    }

    private static int access(VarHandle handle) {
        return (int) handle.getVolatile(new LooseHandles());
    }

    /** Uses a method handle. */
    public static int method() throws Throwable {
        MethodHandle handle = MethodHandles.lookup().findStatic(Math.class, "abs", MethodType.methodType(int.class, int.class));
        return (int) handle.invokeExact(-1);
    }
}
