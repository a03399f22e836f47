package org.bulkhead.vm.runtime.substitute.reflect;

import java.lang.reflect.Method;
import org.bulkhead.vm.runtime.substitute.Alias;
import org.bulkhead.vm.runtime.substitute.Inject;
import org.bulkhead.vm.runtime.substitute.Substitutes;

/** Methods are made from the tables of the linker. */
@Substitutes("java.lang.reflect.Method")
public final class MethodMaker {
    @Alias private int slot;

    @Alias
    MethodMaker(Class<?> owner, String name, Class<?>[] parameters, Class<?> result, Class<?>[] exceptions, int modifiers, int slot, String signature, byte[] annotations,
        byte[] parameterAnnotations, byte[] defaultValue) {}

    /** Makes a method; {@code entry} is the address of its entry in the table. */
    @Inject
    public static Method make(Class<?> owner, String name, Class<?>[] parameters, Class<?> result, Class<?>[] exceptions, int modifiers, int entry, String signature, byte[] annotations,
            byte[] parameterAnnotations, byte[] defaultValue) {
        return (Method) (Object) new MethodMaker(owner, name, parameters, result, exceptions, modifiers, entry, signature, annotations, parameterAnnotations, defaultValue);
    }

    /** Returns the address of the method's entry in the table. */
    @Inject
    static int entry(Method method) {
        return ((MethodMaker) (Object) method).slot;
    }
}
