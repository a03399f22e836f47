package org.bulkhead.vm.runtime.substitute.reflect;

import java.lang.reflect.Constructor;
import org.bulkhead.vm.runtime.substitute.Alias;
import org.bulkhead.vm.runtime.substitute.Inject;
import org.bulkhead.vm.runtime.substitute.Substitutes;

/** Constructors are made from the tables of the linker. */
@Substitutes("java.lang.reflect.Constructor")
public final class ConstructorMaker {
    @Alias private int slot;

    @Alias
    ConstructorMaker(Class<?> owner, Class<?>[] parameters, Class<?>[] exceptions, int modifiers, int slot, String signature, byte[] annotations, byte[] parameterAnnotations) {}

    /** Makes a constructor; {@code entry} is the address of its entry in the table. */
    @Inject
    public static Constructor<?> make(Class<?> owner, Class<?>[] parameters, Class<?>[] exceptions, int modifiers, int entry, String signature, byte[] annotations, byte[] parameterAnnotations) {
        return (Constructor<?>) (Object) new ConstructorMaker(owner, parameters, exceptions, modifiers, entry, signature, annotations, parameterAnnotations);
    }

    /** Returns the address of the constructor's entry in the table. */
    @Inject
    static int entry(Constructor<?> constructor) {
        return ((ConstructorMaker) (Object) constructor).slot;
    }
}
