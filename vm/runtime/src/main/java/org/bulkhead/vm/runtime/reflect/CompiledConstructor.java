package org.bulkhead.vm.runtime.reflect;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import jdk.internal.reflect.ConstructorAccessor;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.runtime.layout.MembersLayout;
import org.bulkhead.vm.runtime.memory.Allocation;
import org.bulkhead.vm.runtime.substitute.ClassSubstitution;
import org.bulkhead.vm.runtime.types.ClassInitialization;

/** Makes an instance and calls a reflected constructor on it. */
public final class CompiledConstructor implements ConstructorAccessor {
    private final Constructor<?> constructor;
    private final Class<?> owner;
    private final int entry;
    private final Invocation invocation;

    /** @param entry address of the constructor in the table of members */
    public CompiledConstructor(Constructor<?> constructor, int entry) {
        this.constructor = constructor;
        this.entry = entry;
        owner = constructor.getDeclaringClass();
        invocation = Invocation.ofInstance(constructor.getParameterTypes(), void.class);
    }

    @Override
    public Object newInstance(Object[] arguments) throws InstantiationException, InvocationTargetException {
        if (Modifier.isAbstract(owner.getModifiers())) {
            throw new InstantiationException();
        }
        Address code = Address.fromInt(entry).loadReference(MembersLayout.CODE);
        if (code.isZero()) {
            throw new UnsupportedOperationException(constructor + " is not compiled into this program: call it somewhere, or name its class in an open class");
        }
        Address hub = ClassSubstitution.hubOf(owner);
        ClassInitialization.initialize(hub);
        Object made = Allocation.newInstance(hub);
        invocation.call(code, made, arguments);
        return made;
    }
}
