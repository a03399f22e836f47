package org.bulkhead.vm.runtime.reflect;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import jdk.internal.reflect.MethodAccessor;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.runtime.ImageInfo;
import org.bulkhead.vm.runtime.layout.HubLayout;
import org.bulkhead.vm.runtime.layout.MembersLayout;
import org.bulkhead.vm.runtime.substitute.ClassSubstitution;
import org.bulkhead.vm.runtime.types.ClassInitialization;
import org.bulkhead.vm.runtime.types.Hubs;

/** Calls a reflected method: directly, or through the receiver's tables. */
public final class CompiledMethod implements MethodAccessor {
    private final Method method;
    private final Class<?> owner;
    private final int entry;
    private final Invocation invocation;

    /** @param entry address of the method in the table of members */
    public CompiledMethod(Method method, int entry) {
        this.method = method;
        this.entry = entry;
        owner = method.getDeclaringClass();
        invocation = Modifier.isStatic(method.getModifiers()) ? Invocation.ofStatic(method.getParameterTypes(), method.getReturnType())
            : Invocation.ofInstance(method.getParameterTypes(), method.getReturnType());
    }

    @Override
    public Object invoke(Object receiver, Object[] arguments) throws InvocationTargetException {
        Address record = Address.fromInt(entry);
        Address code = record.loadReference(MembersLayout.CODE);
        if (Modifier.isStatic(method.getModifiers())) {
            ClassInitialization.initialize(ClassSubstitution.hubOf(owner));
        } else {
            if (receiver == null) {
                throw new NullPointerException();
            }
            if (!owner.isInstance(receiver)) {
                throw new IllegalArgumentException("object is not an instance of declaring class");
            }
            code = select(record, code, Hubs.of(receiver));
        }
        if (code.isZero() || code.toInt() == ImageInfo.abstractCalled) {
            throw new UnsupportedOperationException(method + " is not compiled into this program: call it somewhere, or name its class in an open class");
        }
        return invocation.call(code, receiver, arguments);
    }

    private static Address select(Address record, Address direct, Address hub) {
        int virtual = record.loadInt(MembersLayout.VIRTUAL_INDEX);
        if (virtual != 0) {
            return hub.loadReference(HubLayout.VTABLE + (virtual - 1) * Integer.BYTES);
        }
        int number = record.loadInt(MembersLayout.INTERFACE_NUMBER);
        return number == 0 ? direct : Hubs.interfaceMethod(hub, number);
    }
}
