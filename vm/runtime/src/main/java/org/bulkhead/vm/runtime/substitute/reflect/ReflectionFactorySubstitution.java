package org.bulkhead.vm.runtime.substitute.reflect;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import jdk.internal.reflect.ConstructorAccessor;
import jdk.internal.reflect.MethodAccessor;
import org.bulkhead.vm.runtime.reflect.CompiledConstructor;
import org.bulkhead.vm.runtime.reflect.CompiledMethod;
import org.bulkhead.vm.runtime.substitute.Replace;
import org.bulkhead.vm.runtime.substitute.Substitutes;

/** All code is compiled already: nothing is generated, and nothing inflated. */
@Substitutes("jdk.internal.reflect.ReflectionFactory")
final class ReflectionFactorySubstitution {
    private ReflectionFactorySubstitution() {}

    @Replace(reason = "calls the compiled method")
    public MethodAccessor newMethodAccessor(Method method) {
        return new CompiledMethod(method, MethodMaker.entry(method));
    }

    @Replace(reason = "calls the compiled constructor")
    public ConstructorAccessor newConstructorAccessor(Constructor<?> constructor) {
        return new CompiledConstructor(constructor, ConstructorMaker.entry(constructor));
    }
}
