package org.bulkhead.vm.runtime.substitute.reflect;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import org.bulkhead.vm.runtime.reflect.Members;
import org.bulkhead.vm.runtime.substitute.Replace;
import org.bulkhead.vm.runtime.substitute.Substitutes;

/** What methods and constructors have in common comes from the tables of the linker. */
@Substitutes("java.lang.reflect.Executable")
final class ExecutableSubstitution {
    private ExecutableSubstitution() {}

    private int entry() {
        Executable self = (Executable) (Object) this;
        return self instanceof Method method ? MethodMaker.entry(method) : ConstructorMaker.entry((Constructor<?>) self);
    }

    @Replace(reason = "in the table")
    private Parameter[] getParameters0() {
        return Members.parameters((Executable) (Object) this, entry());
    }

    @Replace(reason = "in the table")
    byte[] getTypeAnnotationBytes0() {
        return Members.typeAnnotations(entry());
    }
}
